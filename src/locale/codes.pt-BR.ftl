# A página de cada código: o que está errado, por que isso é dito (.why) e como corrigir (.mend). Cabe em uma tela com o exemplo.

page-yaml-syntax = A partir deste ponto, o arquivo não é YAML válido.
    .why = O YAML se apoia em espaços, aspas e dois-pontos. Um deles fora do lugar muda o sentido das linhas seguintes, e por isso nada do arquivo é adivinhado.
    .mend = Compare a linha com as vizinhas. Texto com dois-pontos, ou que começa com um sinal como `*` ou `@`, vai entre aspas.

page-yaml-feature = O arquivo usa uma parte do YAML que não é lida aqui.
    .why = Etiquetas, vários documentos em um arquivo, apelidos que contêm a si mesmos e caracteres invisíveis fazem o arquivo dizer outra coisa do que as pessoas leem.
    .mend = Escreva o valor por extenso, deixe um documento por arquivo e retire o que não se vê.

page-yaml-budget = O arquivo é maior, mais fundo ou mais repetitivo do que qualquer arquivo honesto.
    .why = Um arquivo pequeno pode se desdobrar até encher a memória. Os limites param bem antes, e nenhuma pasta de trabalho real chega perto deles.
    .mend = Divida o arquivo: não há limite de quantos são lidos. Procure colchetes sobrando e escreva por extenso o que se repete.

page-not-utf8 = O arquivo não é texto em UTF-8.
    .why = Planilhas e editores antigos gravam acentos de outras formas. Adivinhar qual transformaria São Paulo em outra coisa.
    .mend = Grave de novo com a codificação UTF-8; nas planilhas, ela se chama CSV UTF-8.

page-missing-file = Falta um arquivo que deveria estar aqui.
    .why = Algo o menciona, ou a pasta não pode ser lida sem ele: um ciclo sem plano não tem o que acompanhar. Os arquivos citados como evidência, só o `regua check` procura.
    .mend = Crie o arquivo, corrija o nome onde ele é citado ou retire a citação.

page-unread-file = Um arquivo parece feito para ser lido, e nada o lê.
    .why = A pasta ou a terminação está escrita de outro jeito. Em silêncio, uma avaliação se perderia.
    .mend = Mude o lugar ou o nome: `assessments/`, `kpis/`, `okrs/<ciclo>/`, `people/` e `rubrics/`, com final `.yaml` (leituras também em `.csv`).

page-outside-workspace = Um caminho sai da pasta de trabalho.
    .why = A pasta é copiada, compartilhada e conferida por máquinas. O que fica fora dela faltaria lá, e poderia ser de qualquer um.
    .mend = Copie o arquivo para dentro da pasta e cite-o a partir dela.

page-file-too-large = Um arquivo é maior do que qualquer um do seu tipo precisa ser.
    .why = Um logotipo ou modelo desse tamanho deixaria cada relatório lento e pesado.
    .mend = Reduza a imagem; no modelo, use laços e partes incluídas.

page-not-an-image = Um arquivo que deveria ser imagem não é.
    .why = O relatório leva o logotipo dentro de si, e por isso ele precisa ser de um tipo que todo navegador mostra: PNG, JPEG ou SVG.
    .mend = Exporte de novo em um dos três e cite esse arquivo.

page-not-a-colour = Isto não é uma cor.
    .why = Cores têm uma só forma, seis dígitos depois de um sustenido, para que o contraste possa ser calculado. Sem aspas, o YAML lê um comentário.
    .mend = Escreva `"#7a3b12"`, com as aspas.

page-low-contrast = A cor não pode ser lida nas páginas a que se destina.
    .why = Texto precisa de contraste 4,5 com o fundo (WCAG 2.2 AA), em telas, projetores e para olhos cansados.
    .mend = Use o tom sugerido, ou um mais escuro para páginas claras e um mais claro para páginas escuras.

page-template-syntax = Não foi possível entender um modelo.
    .why = Uma chave ou palavra está fora do lugar, e não se sabe onde acaba o texto e começa o valor. Nenhuma página sai dele.
    .mend = Compare com o modelo que vem com o programa: `regua template show` o mostra.

page-template-failed = Um modelo falha com os dados que recebe.
    .why = Ele pede um valor, filtro ou modelo que não existe. Um vazio no relatório do cliente seria pior que esta mensagem.
    .mend = Corrija o nome. `regua schema report` descreve cada valor que um modelo recebe.

page-template-stopped = Um modelo não terminaria, ou exige mais do que qualquer relatório precisa.
    .why = Modelos rodam com limites de passos, memória e tempo, para que um deslize não trave a máquina que gera o relatório.
    .mend = Procure um modelo que inclui a si mesmo, ou um laço que aumenta o que percorre.

page-unused-template = Nenhum modelo usa este arquivo.
    .why = Modelos próprios substituem os do programa pelo nome, ou são incluídos por um que substitui. Com outro nome nada acontece, em silêncio.
    .mend = Dê a ele o nome do original (`regua template list`) ou inclua-o em um dos seus.

page-format-version = O arquivo está em uma versão do formato que não é lida aqui.
    .why = Uma versão mais nova pode querer dizer outra coisa com as mesmas palavras.
    .mend = Escreva `regua: 1`, ou atualize o programa se o arquivo vem de um mais novo.

page-duplicate-key = A mesma chave aparece duas vezes no mesmo lugar.
    .why = Só uma poderia valer, e ninguém vê qual.
    .mend = Fique com a certa.

page-unknown-key = Uma chave que nada lê.
    .why = Um deslize na chave deixaria o valor de fora sem aviso, e um número sairia errado por isso.
    .mend = Use o nome sugerido ou retire a chave.

page-missing-key = Falta uma chave obrigatória, ou ela está sem valor.
    .why = Sem ela, a entrada não tem sentido: uma leitura precisa do período, uma avaliação da data.
    .mend = Acrescente a chave com o valor.

page-wrong-shape = Uma lista, um mapa ou um valor está onde cabe outro deles.
    .why = Os três são lidos de formas diferentes, e o YAML não sabe qual foi a intenção.
    .mend = Comece cada item de lista com um traço ou use `[ ]`; escreva mapas como `chave: valor`; um valor fica sozinho.

page-keys-disagree = Duas chaves se excluem, ou uma vem sem a outra de que precisa.
    .why = Cada uma diz algo diferente da mesma coisa, como duas fontes para um resultado-chave. Escolher seria adivinhar.
    .mend = Fique com a que vale.

page-not-an-id = Isto não é um identificador.
    .why = Identificadores aparecem em outros arquivos, endereços e comandos; por isso são letras minúsculas sem acento, dígitos e hífens simples.
    .mend = Escreva tempo-de-espera em vez de Tempo de Espera. O título pode dizer como quiser.

page-not-a-number = Isto não é um número em que se possa confiar.
    .why = Os números aqui são exatos. Palavras, pontos de milhar e vírgulas podem ser lidos de dois jeitos, e o erro é de mil vezes.
    .mend = Escreva dígitos com ponto decimal, como 18.5, e a unidade em seguida.

page-out-of-range = O número está fora da faixa.
    .why = A confiança vai de 0 a 10, parcelas até 100%, pesos de zero para cima. Além disso, um número nada diria.
    .mend = Escreva um número dentro da faixa indicada.

page-not-a-boolean = Há outra coisa onde cabe `true` ou `false`.
    .why = Leitores de YAML discordam sobre palavras como `yes` e `on`. Duas palavras não deixam dúvida.
    .mend = Escreva `true` ou `false`.

page-not-a-date = Isto não é uma data.
    .why = 03/04 é dia de março ou de abril, conforme quem lê. Uma só ordem, ano-mês-dia, é lida igual por todos.
    .mend = Escreva `2026-09-30`.

page-not-a-period = Isto não é um período nem uma duração.
    .why = Os números são comparados por período, e por isso cada um se escreve de um só jeito.
    .mend = Escreva `2026-Q3`, `2026-S2`, 2026, `2026-09`, `2026-W40`, `FY2026-Q1` ou uma data; uma duração, `3 months`.

page-unknown-word = A palavra não está entre as que esta chave aceita.
    .why = Chaves assim escolhem entre poucos sentidos. Outra palavra não escolhe nenhum.
    .mend = Use uma das palavras listadas.

page-wrong-unit = O valor está em uma unidade de outro tipo.
    .why = Minutos e horas se convertem; porcentagem e horas, não.
    .mend = Escreva o valor na unidade do indicador, ou em uma que se converta nela.

page-ambiguous-value = O valor pode ser lido de dois jeitos.
    .why = Falta a unidade, o período ou a moeda, ou não é a de costume, ou `1.204` pode querer dizer 1204: as duas leituras fazem sentido.
    .mend = Escreva o valor como mostra a mensagem. O ponto antes de três decimais fica claro com um quarto, como em `1.2040`.

page-no-working-day = Há dias úteis e horas, e nada diz quanto dura um dia útil.
    .why = Um dia útil de 8 horas não é um dia de 24: a diferença é de três vezes.
    .mend = Escreva `working_day: 8h` em `regua.yaml`, com as horas do seu dia.

page-future-date = A data ainda não chegou.
    .why = O que se mede ou responde está no passado. Uma data futura é quase sempre um deslize no ano.
    .mend = Corrija a data. O que é plano fica no plano.

page-date-order = As datas estão em uma ordem impossível.
    .why = Um prazo antes do início do ciclo, ou valores planejados que voltam no tempo, não dão expectativa com que comparar o progresso.
    .mend = Ponha os dias em ordem, dentro do ciclo.

page-duplicate-id = O identificador já é de outra coisa.
    .why = Respostas, leituras e check-ins citam as coisas pelo identificador. Com dois iguais, ninguém sabe qual é.
    .mend = Dê a um dos dois outro identificador.

page-unknown-rubric = Não existe régua com este nome.
    .why = Ela não está entre as que vêm com o programa nem na pasta `rubrics/`, e faltam as perguntas para as respostas.
    .mend = Use o nome sugerido; `regua rubric list` mostra as que vêm com o programa.

page-rubric-not-in-use = A régua existe, mas não está em uso nesta pasta de trabalho.
    .why = Só as réguas listadas em `regua.yaml` são calculadas e relatadas. Uma avaliação por outra ficaria de fora.
    .mend = Acrescente-a a `rubrics:` em `regua.yaml`, ou cite uma que está lá.

page-rubric-version = A avaliação foi escrita para outra versão da régua.
    .why = Desde então, perguntas podem ter mudado de nome, entrado ou saído; por isso as diferenças são apontadas.
    .mend = Veja o que é citado, responda o que é novo e depois escreva a versão de hoje.

page-unknown-part = Uma sobreposição muda algo que a régua não tem.
    .why = A mudança não teria efeito, e você pensaria que teve.
    .mend = Corrija o identificador. Para criar algo novo, dê tudo o que ele precisa ter.

page-parent-circle = Dimensões ficariam uma dentro da outra, em círculo.
    .why = A pontuação de uma dimensão assim seria calculada a partir dela mesma.
    .mend = Dê a uma delas um pai que não esteja entre elas, ou nenhum.

page-hidden-in-use = Uma sobreposição retira o que a régua ainda usa.
    .why = Um critério sem dimensão ou nível, uma pergunta sem escala, não pode ser calculado.
    .mend = Mude ou oculte também o que depende disso, ou deixe como estava.

page-hidden-by-overlay = Algo é dito sobre o que uma sobreposição oculta.
    .why = Respostas e leituras de partes ocultas não contam, e quem as escreveu talvez não saiba.
    .mend = Retire-as, ou retire `hide` da sobreposição.

page-renamed = Este é o nome antigo de algo.
    .why = Ele ainda é entendido, para que arquivos antigos sejam lidos; nos novos, espalha um nome que vai sumir.
    .mend = Escreva o nome atual.

page-unknown-dimension = A régua não tem esta dimensão.
    .why = Uma meta, um critério ou um objetivo aponta para o nada.
    .mend = Use uma das dimensões listadas.

page-unknown-level = A régua não tem este nível.
    .why = Um nível só pode ser meta, ou ser pedido por um critério, se a régua o define.
    .mend = Use um dos níveis listados.

page-unknown-scale = Não existe esta escala.
    .why = A escala diz quais são as respostas e quanto vale cada uma. Sem ela, a resposta não tem valor.
    .mend = Use uma escala pronta (`achievement`, `percent`, `yes-no`, `five-point`) ou uma que a régua define.

page-unknown-question = A régua não faz esta pergunta.
    .why = A resposta não contaria.
    .mend = Corrija o nome. Critério com várias perguntas se responde como `critério.pergunta`.

page-self-conflict = Uma pergunta diz estar em conflito com ela mesma.
    .why = Ela se contradiria sempre que respondida.
    .mend = Cite a outra pergunta, ou retire `conflicts_with`.

page-unknown-choice = A escala não oferece esta resposta.
    .why = Só as opções têm valor. Outra palavra não seria resposta.
    .mend = Use uma das opções listadas, ou `unknown`.

page-unknown-kpi = Não existe este indicador.
    .why = Uma leitura, pergunta ou resultado-chave depende de um indicador que nada define; sua unidade e direção são desconhecidas.
    .mend = Use o nome sugerido, ou defina-o em `kpis:`.

page-unknown-service-level = Não existe este nível de serviço.
    .why = Os casos não podem ser comparados com nenhum compromisso.
    .mend = Use o nome sugerido, ou defina-o em `service_levels:`.

page-unknown-objective = Nenhum plano tem este objetivo.
    .why = A árvore de quem apoia quem ficaria com uma ponta solta.
    .mend = Escreva ciclo e identificador, como `2026-Q3/good-bread`, tal como no plano.

page-unknown-workspace = `regua.yaml` não cita uma pasta de trabalho assim.
    .why = O que se apoia está em outra pasta de trabalho, e nada diz onde.
    .mend = Cite-a em `regua.yaml`, em `workspaces:`, com a pasta.

page-support-circle = Objetivos acabam apoiando a si mesmos.
    .why = Alguém precisa estar no topo: em um círculo ninguém está.
    .mend = Retire `supports` do mais alto deles.

page-unknown-key-result = O plano não tem este resultado-chave.
    .why = Um check-in ou alteração do que ninguém planejou se perde.
    .mend = Use o identificador que está no plano do ciclo.

page-unknown-milestone = O resultado-chave não tem este marco.
    .why = O progresso é o peso dos marcos cumpridos; este não está entre eles.
    .mend = Use o identificador que está no plano.

page-unknown-skill = Nenhuma régua em uso avalia esta competência.
    .why = Um papel só pode pedir aquilo em que alguém pode ser avaliado.
    .mend = Corrija a competência, ou acrescente em `rubrics:` uma régua que a avalia.

page-not-of-a-person = Uma avaliação cita uma pessoa onde a régua não avalia pessoas, ou não cita onde avalia.
    .why = Maturidade da organização e competência de uma pessoa são números diferentes; um no lugar do outro engana.
    .mend = Retire `person:`, ou acrescente `person:` e `by:` na régua de uma competência.

page-unknown-role = Ninguém define este papel.
    .why = A lacuna é o que o papel pede menos o que a pessoa tem. Sem o papel, não há comparação.
    .mend = Use o identificador que está em `roles:`, ou defina-o lá.

page-unknown-person = Ninguém define esta pessoa.
    .why = Avaliações de quem não está na equipe não aparecem em lugar nenhum.
    .mend = Use o identificador que está em `people:`, ou acrescente a pessoa lá.

page-level-order = Os números dos níveis não sobem.
    .why = Níveis se apoiam uns nos outros. Fora de ordem, ninguém sabe qual vem depois.
    .mend = Liste-os do menor número ao maior.

page-empty-scale = A escala não deixa faixa nenhuma.
    .why = Se todas as respostas valem o mesmo, ou o menor fica acima do maior, nenhuma resposta diz nada.
    .mend = Dê ao menos dois valores diferentes, ou `min` abaixo de `max`.

page-band-order = Os limites das faixas vão contra a direção do indicador.
    .why = Quando menos é melhor, cada nível mais alto começa em um valor mais baixo. Invertido, o melhor teria a pior pontuação.
    .mend = Inverta os limites, ou a direção.

page-no-weight = Todos os pesos são zero.
    .why = Uma média sem nenhum peso não é número.
    .mend = Dê a pelo menos uma das partes um peso acima de zero.

page-duplicate-assessment = Dois arquivos respondem pela mesma régua, data e respondente.
    .why = Só um poderia contar, ou os dois contariam em dobro.
    .mend = Fique com um, corrija a data, ou diga com `respondent:` quem respondeu cada um. Duas áreas não são dois respondentes, pois as respostas virariam um resultado só: dê a cada uma a sua pasta, com `regua.yaml` próprio. `docs/pt-BR/como-fazer/grupo.md` mostra como juntar as áreas de um grupo.

page-respondents-differ = Os respondentes de uma avaliação olharam para coisas diferentes.
    .why = As respostas são combinadas em uma só. De duas lojas ou duas versões, a mistura não descreveria nenhuma.
    .mend = Escreva o mesmo escopo e versão em cada uma, ou dê a cada uma a sua data.

page-folder-date = Uma avaliação está na pasta de outro dia.
    .why = Os arquivos de uma pasta são os respondentes de uma data. Este é contado à parte, o que raramente é a intenção.
    .mend = Corrija a data ou mude o arquivo de pasta.

page-folder-cycle = Um plano está na pasta de outro ciclo.
    .why = As pessoas procuram o ciclo pela pasta, e lá encontram outro.
    .mend = Corrija `cycle:`, ou mude os arquivos para a pasta com o nome dele.

page-duplicate-reading = Já existe uma leitura deste indicador, período e segmento.
    .why = Dois valores para um mês fariam a série saltar conforme o último lido.
    .mend = Retire um; se ele corrige o outro, diga o motivo em `revises`.

page-cannot-pool = As leituras de um período não podem virar uma só.
    .why = A média de duas parcelas está errada se não se sabe quantos casos há em cada uma.
    .mend = Dê a cada segmento seus casos (`n`, ou `numerator` e `denominator`), ou uma leitura do todo.

page-target-is-baseline = A meta e a linha de base são iguais.
    .why = Não há caminho a percorrer, e o progresso dividiria por zero.
    .mend = Corrija uma das duas; para manter um valor, escreva `kind: keep`.

page-wrong-direction = A direção declarada não é a que vai da linha de base à meta.
    .why = Um dos três é um deslize, e o progresso teria o sinal trocado.
    .mend = Retire `kind`, que decorre dos outros dois, ou corrija o valor.

page-ambiguous-target = Uma meta relativa de porcentagem pode ser lida de dois jeitos.
    .why = A partir de 40%, `+20%` é 60% em pontos e 48% em proporção.
    .mend = Escreva `+20pp` para pontos percentuais, ou `x1.2` para proporção da linha de base.

page-check-in-kind = O check-in diz algo que o resultado-chave não aceita.
    .why = Um resultado-chave com indicador tira os valores das leituras; uma segunda fonte contaria outra história.
    .mend = Deixe confiança e observação, e registre o valor onde ele é lido.

page-closing-figures = Números de um encerramento não decorrem uns dos outros.
    .why = O encerramento é um registro em que as pessoas confiam. Uma nota que o progresso não dá foi mudada à mão.
    .mend = Restaure a linha. Para encerrar de novo, apague o arquivo e rode `regua okr close`.

page-changed-after-close = Algo difere do que o ciclo tinha ao ser encerrado.
    .why = O encerramento vale e nenhum número muda, mas plano e registro contam agora duas histórias.
    .mend = Volte atrás, ou encerre de novo se a própria nota estava errada.

page-check-in-after-close = Um check-in é posterior ao encerramento do ciclo.
    .why = Os números estão congelados: a linha não conta.
    .mend = Escreva-a no ciclo que dá seguimento ao resultado-chave; `regua okr roll` faz isso.

page-no-retrospective = Um compromisso não foi cumprido, e ninguém disse o que se aprendeu.
    .why = Um objetivo com compromisso pede 1,0. O que ele ensinou vale mais que a nota.
    .mend = Diga com `regua okr close CICLO --retrospective ID=TEXTO`, mesmo com o ciclo já encerrado; ou acrescente `retrospective:` ao objetivo, ou a cada resultado-chave que ficou aquém.

page-baseline-moved = A medição da linha de base mudou desde que ela foi congelada.
    .why = A leitura foi corrigida depois. O valor congelado vale, para o progresso não saltar.
    .mend = Deixe assim, ou escreva o novo valor onde a linha de base foi congelada.

page-contradiction = Duas respostas, uma resposta e uma leitura ou duas leituras não podem valer juntas.
    .why = Uma delas está errada, e a pontuação se apoia nela.
    .mend = Pergunte de novo e corrija a que está errada. Quando só o conjunto das respostas de várias pessoas se contradiz, discutam.

page-level-out-of-range = A competência não tem este nível.
    .why = Uma competência só é descrita para alguns níveis de responsabilidade. Além deles, ninguém pode ser avaliado.
    .mend = Escolha um nível da faixa indicada.

page-missing-evidence = Uma resposta precisa de evidência, e não há nenhuma.
    .why = A régua pede evidência aqui, para que a resposta se sustente quando alguém duvidar.
    .mend = Acrescente `evidence:` com título, link e data.

page-stale-evidence = Toda a evidência de uma resposta é mais antiga do que a régua permite.
    .why = O que era verdade pode ter deixado de ser.
    .mend = Olhe de novo e acrescente o que mostra a situação de hoje.

page-band-hole = As faixas pulam um nível.
    .why = Entre os dois limites o caminho é dividido por igual, o que ninguém decidiu.
    .mend = Escreva onde começa o nível pulado.

page-share-above-whole = Uma parcela dos casos é maior que o total.
    .why = Mais resolvidos que recebidos são, quase sempre, contagens trocadas ou um engano de digitação.
    .mend = Desfaça a troca. Se puder ser verdade, dê ao indicador uma faixa ou meta acima de 100%.

page-implausible-value = Um valor que mal pode existir.
    .why = Um tempo menor que zero, uma fração no lugar de uma porcentagem ou dez vezes a meta são, quase sempre, enganos, e a pontuação os tomaria como estão.
    .mend = Corrija. O que pode ficar abaixo de zero diz isso nos `limits` do indicador; uma porcentagem pequena leva o seu sinal: `0.82%`.

page-segments-disagree = Segmentos que não se encaixam.
    .why = Partes que somam mais que o todo, uma parte que falta em um mês ou que tem dois nomes geram números que ninguém quis.
    .mend = Corrija as contagens, registre a leitura que falta ou dê à parte um só nome em todas.

page-unused-bands = Faixas que não contam.
    .why = Sem direção, ou sem níveis, ninguém sabe que lado é melhor.
    .mend = Escreva `direction: higher`, `lower` ou `range`, ou retire as faixas.

page-kpi-cannot-answer = Uma pergunta depende de um indicador sem faixas.
    .why = Uma leitura vira resposta por meio de faixas. Sem elas, a pergunta fica aberta para sempre.
    .mend = Dê faixas ao indicador, ou retire `kpi` da pergunta.

page-level-without-criteria = Nenhum critério conta para um nível entre outros.
    .why = Ele depende do nível seguinte, e ninguém o alcança por si.
    .mend = Dê critérios a ele, ou retire-o.

page-unreachable-level = Nenhuma resposta alcança este nível.
    .why = As pessoas trabalhariam por algo que nenhum relatório pode mostrar.
    .mend = Dê critérios que possam ser cumpridos, peça menos, ou retire-o.

page-asks-nothing = Uma regra que qualquer resposta satisfaz.
    .why = O nível seria dado de presente.
    .mend = Peça algo acima de zero.

page-unused-rule = Uma regra que nenhum número usa.
    .why = Quem a escreveu pensa que ela tem efeito.
    .mend = Retire-a, ou escolha o método a que ela pertence.

page-unused-weight = Um peso que nenhum número usa.
    .why = Quem o escreveu pensa que ele conta.
    .mend = Retire-o, ou combine com `aggregate: mean` no lugar em que está.

page-uncounted-criterion = Um critério que nenhuma pontuação usa.
    .why = Ele é respondido em vão: o nível já é mantido sem ele, ou a dimensão é calculada por outros.
    .mend = Dê a ele um nível acima do piso, ou leve-o para onde conta.

page-absence-above-floor = Um critério descreve uma falta em um nível que precisa ser conquistado.
    .why = Uma falta nunca aumenta a pontuação, e por isso o nível não a pede.
    .mend = Ponha-o no piso, ou diga o que deveria existir no lugar.

page-empty-dimension = Nada pertence a esta dimensão.
    .why = Ela apareceria em todo relatório sem nenhum número.
    .mend = Cite-a em um critério, ou retire-a.

page-missing-translation = Alguns textos estão em apenas uma das duas línguas.
    .why = Na outra língua, o relatório mudaria de idioma no meio da frase.
    .mend = Escreva a outra língua ao lado; um texto igual nas duas pode ser simples.

page-coverage-fell = A última avaliação responde menos da metade do que a anterior respondia.
    .why = O que não está respondido nela vale como sem resposta, mesmo que já tenha sido respondido antes: nível e índice caem sem que ninguém trabalhe pior.
    .mend = Responda o resto: `regua ask` mostra o que foi respondido da última vez, e `=` repete. Para mudar uma só resposta da avaliação anterior, escreva no arquivo dela.

page-target-below-current = A meta fica abaixo do que já foi alcançado.
    .why = Ninguém pode avançar na direção dela.
    .mend = Mire mais alto, ou retire-a.

page-unreachable-target = A meta fica acima do que a dimensão define.
    .why = Ela nunca será alcançada, por melhores que sejam as respostas.
    .mend = Mire no nível mais alto da dimensão, ou dê critérios acima dele.

page-overdue-target = O dia de uma meta passou, e ela não foi alcançada.
    .why = Uma data vencida não move mais ninguém.
    .mend = Avalie de novo se ela já foi alcançada, ou escreva outra data.

page-few-key-results = Um objetivo tem menos de dois resultados-chave.
    .why = Um número sozinho pode ser forçado à custa de todos os outros.
    .mend = Dê a ele de dois a cinco.

page-many-key-results = Um objetivo tem mais de cinco resultados-chave.
    .why = Ninguém guarda tantos na cabeça, e nenhum recebe atenção.
    .mend = Fique com os indispensáveis; acompanhe os outros como indicadores.

page-many-objectives = Um ciclo tem mais de cinco objetivos.
    .why = Quando tudo é importante, nada vem primeiro.
    .mend = Escolha até cinco e deixe os outros para um ciclo seguinte.

page-activity-not-outcome = Um resultado-chave é tarefa, e não o que ela muda.
    .why = Dá para cumprir à risca sem que nada melhore.
    .mend = Diga que número deve mudar, de quanto para quanto.

page-no-counterweight = Um objetivo pede rapidez, e nada diz o que não pode piorar.
    .why = Rapidez sozinha se compra fácil com qualidade.
    .mend = Ponha ao lado um resultado-chave de qualidade, nem que seja para manter.

page-met-at-baseline = A meta já estava cumprida antes de começar.
    .why = Para este indicador, a linha de base é igual à meta ou melhor.
    .mend = Mire além dela, ou escreva `kind: keep`.

page-no-owner = Ninguém responde por este objetivo.
    .why = O que é de todos não é de ninguém.
    .mend = Escreva um nome em `owner:`.

page-no-source = Números são digitados, e ninguém diz de onde saem.
    .why = Daqui a meio ano, ninguém saberá lê-los de novo.
    .mend = Escreva `source:` com o relatório ou sistema, ou faça dele um indicador.

page-due-outside-cycle = O prazo de um resultado-chave passa do fim do ciclo.
    .why = No encerramento, ele receberá nota antes da hora.
    .mend = Mire no que dá para alcançar até lá, ou planeje um ciclo mais longo.

page-needless-accepts = Uma recomendação é aceita onde não aparece.
    .why = Isso a calaria no dia em que fizer falta.
    .mend = Retire-a.

page-csv-shape = Não foi possível ler o cabeçalho ou uma linha do CSV.
    .why = Uma vírgula dentro de um texto empurra o resto para a coluna errada.
    .mend = Dê à linha tantas células quantas há no cabeçalho; ponha entre aspas os textos que contêm o separador.

page-not-computed = Um arquivo na pasta de um ciclo tem um nome que nada lê.
    .why = O que está nele não contaria.
    .mend = Leve o texto para `plan.yaml`, `check-ins.yaml` ou `closing.yaml`, ou o arquivo para outro lugar.

page-below-target = Um nível que é meta em `regua.yaml` não foi alcançado. Exigência: `below-target`.
    .why = A exigência falha enquanto uma meta está em aberto, seja qual for a data.
    .mend = `regua score` mostra o que falta. Se a meta ainda é cedo demais, mude-a ou retire a exigência.

page-below-level = O nível está abaixo do exigido. Exigência: `below-level=3`.
    .why = Um contrato ou uma entrega pode depender de um nível, que não deve se perder sem que ninguém note.
    .mend = `regua score --target` mostra o que falta.

page-low-coverage = Há menos respostas do que o exigido. Exigência: `coverage=90%`.
    .why = Uma pontuação sobre metade das perguntas pode virar com a outra metade.
    .mend = Responda o que está em aberto, ou diga `not_applicable` com o motivo.

page-kpi-off-target = A leitura mais recente de um indicador não alcança a meta. Exigência: `kpi-target`.
    .why = A exigência compara cada indicador que tem meta com o seu último valor.
    .mend = Veja o que o moveu; se a meta já não vale, escreva outra.

page-service-level-missed = Um nível de serviço ficou aquém do combinado. Exigência: `service-level`.
    .why = Na última janela, menos casos cumpriram o compromisso do que foi acertado.
    .mend = `regua explain` mostra os casos, janela por janela.

page-stale-reading = Nada de novo chegou de um indicador. Exigência: `stale`.
    .why = A última leitura tem mais de uma vez e meia a frequência, e os números ainda se apoiam nela.
    .mend = Registre uma leitura, ou escreva a frequência real da medição.

page-stale-key-result = Não há notícia de um resultado-chave. Exigência: `stale`.
    .why = Nem valor nem check-in há mais de uma vez e meia a frequência: ninguém sabe como ele está.
    .mend = Faça o check-in, nem que seja só com a confiança.

page-behind = Um resultado-chave está fora do ritmo. Exigência: `behind`.
    .why = O progresso é menor que 0,9 do esperado para hoje. A exigência também falha com `at-risk` e `missed`.
    .mend = `regua explain` mostra por quê; converse enquanto há tempo.

page-at-risk = Um resultado-chave está muito fora do ritmo. Exigências: `at-risk`, `behind`.
    .why = O progresso é menor que 0,7 do esperado para hoje.
    .mend = Decida: ajudar, reduzir a meta com uma alteração e o motivo, ou abandonar.

page-missed = O prazo de um resultado-chave passou sem que fosse alcançado. Exigências: `missed`, `at-risk`, `behind`.
    .why = Ele fica em aberto até o ciclo ser encerrado.
    .mend = Registre o que foi alcançado até lá e encerre o ciclo.

page-no-data = Nada foi medido de um resultado-chave. Exigência: `no-data`.
    .why = Sem valor, o progresso conta como zero.
    .mend = Faça o check-in, ou registre uma leitura do indicador.

page-no-baseline = Um resultado-chave não tem de onde partir. Exigência: `no-baseline`.
    .why = Uma meta relativa a um início desconhecido ainda não diz nada.
    .mend = Escreva `baseline:`, ou registre a primeira leitura.

page-regressed = Um resultado-chave está pior que no início. Exigência: `regressed`.
    .why = O progresso está abaixo de zero.
    .mend = `regua explain` mostra os valores; pergunte o que mudou.

page-confidence-conflict = A confiança não combina com a situação de um resultado-chave. Exigência: `confidence-conflict`.
    .why = 8 ou mais com ele em risco, ou 3 ou menos com ele no ritmo: alguém sabe o que os números não mostram.
    .mend = Pergunte, e escreva o que ouvir no próximo check-in.

page-confidence-drop = A confiança caiu dois pontos ou mais. Exigência: `confidence-drop`.
    .why = A equipe muitas vezes sente antes de os números mostrarem.
    .mend = Pergunte o que aconteceu.
