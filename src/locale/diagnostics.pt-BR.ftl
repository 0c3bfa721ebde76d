# Uma mensagem para cada código de src/diagnostic/code.rs: o que está errado, um .label para o lugar e um
# .help que diz como corrigir. Sem culpa e sem ponto final.

yaml-syntax = { $class ->
        [tab] tabulação onde o YAML pede espaços
        [quote] texto com aspas que não se fecham, ou que continua depois delas
        [escape] sequência de escape que o YAML não conhece
        [bracket] `[` ou `{ "{" }` sem fechar, ou vírgula faltando antes daqui
        [colon] `:` onde não pode haver uma chave
        [key] chave sem `:`
        [indent] linha com recuo que não combina com nada acima
        [character] caractere que não pode iniciar um valor
        [alias] `*{ $name }` cita uma âncora que não existe
        [unclosed] `[` ou `{ "{" }` sem fechar
        [curly] valor entre aspas curvas
        [blank] espaço que não é um espaço comum
        [conflict] conflito de mesclagem (merge) por resolver
        [unquoted] entre chaves `{ "{" }{ "}" }`, um texto com `:`, vírgula ou colchete vai entre aspas
        [comma] falta uma vírgula antes desta chave
        [comment] aqui começa um comentário, que leva junto o fecho do colchete ou da chave
       *[other] isto não é YAML
    }
    .label = { $class ->
        [unquoted] este texto
        [unclosed] aberto aqui
       *[other] aqui
    }
    .noticed = não pode vir aqui antes de fechar
    .help-unclosed = feche-o, ou procure uma vírgula que falta entre os dois lugares
    .help-unquoted = escreva `{ $known }`
    .help-missing-comma = ponha uma vírgula antes dela, ou o texto todo entre aspas se o `:` faz parte dele
    .help-comment = escreva entre aspas o texto que tem #, como "#0e5a6b"
    .help-tab = use espaços para recuar
    .help-conflict = fique com um dos lados, ou junte os dois, e apague as linhas que começam com `<<<<<<<`, `=======` e `>>>>>>>`
    .help-quote = feche as aspas; entre aspas simples, escreva duas vezes a aspa que faz parte do texto
    .help-escape = escreva a barra invertida duas vezes, ou use aspas simples
    .help-bracket = procure antes daqui o que foi aberto e não foi fechado
    .help-colon = ponha o valor entre aspas se o `:` faz parte dele, ou comece a chave em outra linha; também pode faltar um `:` na linha de cima
    .help-key = escreva `chave: valor`, com espaço depois dos dois-pontos
    .help-indent = alinhe com os itens acima
    .help-character = ponha o valor entre aspas
    .help-alias = defina-a antes com `&`, ou ponha o texto entre aspas se o `*` faz parte dele
    .help-other = compare esta linha com as de cima

# Como corrigir o que veio colado, qualquer que seja o problema que cause.
pasted-quotes = para o YAML, aspas curvas são letras: use aspas retas, "assim" ou 'assim', ou nenhuma; as curvas vêm junto com textos colados de um chat ou de um editor
pasted-blank = há um espaço que o YAML não reconhece, como o espaço não separável: apague-o e digite um espaço comum; ele vem junto com textos colados de um chat ou de uma página
pasted-unseen = há um caractere invisível: apague-o, ou digite a palavra de novo; ele vem junto com textos colados de um chat ou de uma página

yaml-feature = { $feature ->
        [tag] marcação de tipo do YAML, que não é lida aqui
        [documents] segundo documento, ou diretiva, no mesmo arquivo
        [control] caractere de controle, ou marca que muda a ordem da leitura, em um texto: { $letter }
       *[recursion] referência dentro daquilo que ela mesma repete
    }
    .label = aqui
    .help-tag = retire a palavra que começa com `!`
    .help-documents = deixe um documento por arquivo, sem `---` no meio
    .help-recursion = escreva o próprio valor no lugar da referência
    .help-control = retire-o: ele não se vê, e pode esconder o que o arquivo diz

yaml-budget = { $budget ->
        [size] o arquivo tem mais de { $most } MB
        [depth] mais de { $most } níveis de profundidade
        [aliases] com os valores no lugar das referências, o arquivo passa de { $most } valores
       *[nodes] mais de { $most } valores em um arquivo
    }
    .label = o limite é atingido aqui
    .help-size = divida o arquivo: pode haver quantos arquivos forem precisos
    .help-depth = nenhum arquivo precisa disso; procure um colchete a mais
    .help-aliases = escreva os próprios valores no lugar das referências, ou divida o arquivo

not-utf8 = o arquivo não está em UTF-8
    .label = daqui em diante não dá para ler
    .help = salve o arquivo de novo, com a codificação UTF-8
    .help-table = exporte de novo como `CSV UTF-8`, opção que as planilhas oferecem ao lado do CSV comum

missing-file = falta o arquivo `{ $file }`
    .label = deveria estar aqui
    .label-evidence = indicado como evidência
    .help-settings = `regua init` começa uma pasta de trabalho aqui; se a sua está em outro lugar, indique-o com `-C`
    .help-plan = escreva nele o plano do ciclo, ou remova a pasta
    .help-logo = escreva o caminho a partir da pasta do `regua.yaml`, como `marca/logo.svg`
    .help-evidence = coloque o arquivo ali ou corrija o caminho, que conta a partir da pasta do `regua.yaml`; um endereço começa com `https://`

unread-file = o programa não lê este arquivo
    .label = não é lido
    .help = { $folder ->
        [okrs] um ciclo é lido de `okrs/<ciclo>/plan.yaml` e `okrs/<ciclo>/check-ins.yaml`
        [assessments] as avaliações são lidas de `assessments/`, ou de uma pasta logo abaixo, com extensão `.yaml` em minúsculas
        [kpis] as leituras são lidas de `kpis/`, com extensão `.yaml` ou `.csv` em minúsculas; `regua kpi import` traz o que outros programas exportam como texto
       *[other] arquivos deste tipo são lidos de `{ $folder }/`, com extensão `.yaml` em minúsculas
    }

not-an-image = { $what ->
        [short] a imagem termina antes de estar completa
        [namespace] o desenho não declara que é SVG, e os navegadores não mostram nada dele
       *[other] este arquivo não é uma imagem PNG, JPEG nem SVG
    }
    .label = citado aqui
    .help = exporte-o novamente, como PNG, JPEG ou SVG
    .help-namespace = escreva `xmlns="http://www.w3.org/2000/svg"` na tag `<svg>`

not-a-colour = { $written ->
        [nothing] não há cor aqui
       *[other] `{ $written }` não é uma cor
    }
    .label = não foi entendida
    .help = escreva seis dígitos depois de #, entre aspas, como "#0e5a6b"
    .help-suggested = você quis dizer "{ $suggested }"?
    .help-quotes = escreva entre aspas, como "#0e5a6b": sem elas, o YAML trata como comentário o que vem depois de #

low-contrast = `{ $written }` tem contraste de { $ratio } nas páginas { $paper ->
        [light] claras
       *[dark] escuras
    }: um texto precisa de { $needed }
    .label = { $paper ->
        [light] clara demais
       *[dark] escura demais
    } para ser lida
    .help = o tom mais próximo que pode ser lido é "{ $suggested }"

template-token-found = { $found ->
        [name] um nome
        [text] um texto
        [number] um número
        [words] texto da página
        [end] o fim do arquivo
       *[other] { $found }
    }
template-token-expected = { $expected ->
        [name] um nome
        [text] um texto
        [number] um número
        [words] texto da página
        [end] o fim do arquivo
       *[other] { $expected }
    }

outside-workspace = este arquivo está fora da pasta de trabalho
    .label = não foi aberto
    .help = copie-o para a pasta de trabalho: caminhos e links que saem dela não são seguidos

file-too-large = o arquivo tem mais de { $most } KiB
    .label = não foi aberto
    .help = deixe-o menor: reduza a largura da imagem, ou divida o modelo em partes que ele inclua

template-syntax = { $what ->
        [unexpected] há { template-token-found } onde deveria haver { template-token-expected }
        [misplaced] { template-token-found } não cabe aqui
        [character] este caractere não cabe aqui: nomes têm letras de a a z, algarismos e `_`
        [unclosed] o modelo termina com um bloco aberto
        [statement] não existe um bloco chamado `{ $name }`
        [unended] { $found ->
            [string] um texto foi aberto e não foi fechado
            [comment] um comentário foi aberto com {"`{#`"} e não foi fechado
           *[other] um bloco `raw` foi aberto e não foi fechado
        }
       *[other] não dá para ler isto como modelo ({ $detail })
    }
    .label = não foi entendido
    .help = valores ficam em {"`{{ … }}`"} e blocos em {"`{% … %}`"}; `regua template show` mostra um modelo original para comparar
    .help-near = você quis dizer `{ $near }`?

template-failed = { $what ->
        [undefined] { $name ->
            [undefined-value] esse valor não existe
           *[other] não existe o valor `{ $name }`
        }
        [filter] não existe um filtro chamado `{ $name }`
        [test] não existe um teste chamado `{ $name }`
        [function] não existe uma função chamada `{ $name }`
        [template] não existe um modelo chamado `{ $name }`
        [figure] `{ $name }` não é um número
        [date] `{ $name }` não é uma data nem um período
        [text] não existe um texto com o nome `{ $name }`
       *[other] o modelo não consegue continuar aqui ({ $name })
    }
    .label = falha aqui
    .help = `regua schema report` descreve o que um modelo recebe
    .help-near = você quis dizer `{ $near }`?
    .help-undefined = `regua schema report` descreve cada valor; use {"`{% if x is defined %}`"} onde um deles pode faltar
    .help-template = `regua template list` mostra os modelos originais; os seus ficam em `templates/`
    .help-text = `t()` recebe nomes de textos que os modelos originais usam; escreva as suas palavras diretamente
    .help-name = `docs/pt-BR/modelos.md` lista o que um modelo pode usar

template-stopped = { $what ->
        [steps] o modelo dá mais passos do que qualquer relatório precisa
        [depth] o modelo se aninha ou chama a si mesmo mais fundo do que qualquer relatório precisa
        [memory] o modelo usa mais memória do que qualquer relatório precisa
        [time] o modelo demora mais do que qualquer relatório precisa
       *[size] o que o modelo escreve é maior do que qualquer relatório
    }
    .label = interrompido aqui
    .label-whole = em algum ponto deste modelo
    .help-depth = procure um modelo que inclui a si mesmo, ou uma macro que chama a si mesma
    .help = procure um laço que aumenta aquilo que ele percorre, ou um texto que cresce a cada volta

unused-template = nenhum modelo usa este arquivo
    .label = não é usado
    .help = dê a ele o nome de um modelo original (`regua template list`) para substituí-lo, ou inclua-o em um dos seus
    .help-near = você quis dizer `{ $near }`?

format-version = este programa não lê a versão de formato `{ $written }`
    .label = não é 1
    .help-newer = o arquivo foi escrito para uma versão mais nova do regua: atualize o programa
    .help = escreva `regua: 1`

duplicate-key = a chave `{ $key }` aparece pela segunda vez
    .label = de novo
    .first = primeira vez
    .help = deixe só uma das duas
    .help-same = as duas indicam a mesma coisa: deixe só uma

unknown-key = a chave `{ $key }` não existe aqui
    .label = não é lida
    .help-near = você quis dizer `{ $near }`?
    .help-known = as chaves são { $known }
    .help-merge = escreva os itens um a um: mesclas do YAML não são lidas aqui
    .help-comma = entre chaves `{ "{" }{ "}" }`, a vírgula encerra o valor: escreva decimais com ponto, e textos com vírgula entre aspas

missing-key = { $empty ->
        [yes] a chave `{ $key }` está sem valor
        [cell] falta `{ $key }` nesta linha
        [header] o cabeçalho não tem a coluna `{ $key }`
        [headed] nenhuma coluna tem o título `{ $key }`
        [column] nenhuma coluna traz `{ $key }`
        [reason] `{ $key }` está sem o motivo
        [edge] falta a pontuação em que começa o nível { $key }
        [dimension] o critério não pertence a nenhuma dimensão
       *[no] falta a chave `{ $key }`
    }
    .label = { $empty ->
        [yes] não há nada depois dela
        [cell] nesta linha
        [header] falta entre estas
        [headed] falta nesta linha
        [column] falta nesta linha
        [reason] por que não?
        [edge] falta entre estes
        [dimension] a qual pertence?
       *[no] neste item
    }
    .help = escreva `{ $key }: …`
    .help-near-column = você quis dizer `{ $near }`?
    .help-columns = as colunas são: { $known }
    .help-map = diga qual é: `--column { $key }="…"`; as colunas são: { $known }
    .help-map-kpi = diga de que indicador é o arquivo, `--kpi ID`, ou em que coluna está um deles, `--column ID="…"`; as colunas são: { $known }
    .help-header = acrescente `{ $ending }` no fim desta linha, ou indique outro arquivo com `--file`
    .help-cell = preencha a coluna `{ $key }`, ou retire a linha
    .help-edge = escreva `{ $key }: …`, a menor pontuação que dá o nível
    .help-dimension = escreva `dimension: …`; as dimensões são { $known }
    .help-no-dimensions = defina uma em `dimensions:` e escreva aqui `dimension: …`
    .help-reason = diga por que não se aplica: `{ "{" }not_applicable: …{ "}" }`

wrong-shape = { $expected ->
        [mapping] aqui vão chaves e valores
        [list] aqui vai uma lista
        [name] aqui vai o nome de uma chave
        [answer] aqui vai uma só resposta
       *[text] aqui vai um único valor
    }
    .label = { $found ->
        [mapping] aqui há chaves e valores
        [list] aqui há uma lista
        [nothing] não há nada
       *[text] aqui há um valor só
    }
    .help-mapping = escreva `chave: valor`, uma por linha
    .help-list = comece cada item com `- `; entre chaves, ponha os itens entre colchetes: `[…, …]`
    .help-list-of-one = escreva `[{ $written }]`, ou um item por linha, cada um começando com `- `
    .help-text = escreva um valor; use aspas se houver caracteres especiais
    .help-ids = escreva cada item como `id: { "{" }…{ "}" }`: uma sobreposição indica pelo id o que muda
    .help-answer = escreva uma opção, ou `{ "{" }choice: …, note: …{ "}" }`

keys-disagree = { $what ->
        [two] `{ $first }` e `{ $second }` não podem estar juntas
        [banded] `{ $second }` só vale com `method: banded`
        [floor] o nível { $second } já se tem sem atender a nada; por isso nenhum limite o inicia
        [decimals] o limite { $second } tem mais casas decimais que a pontuação arredondada
        [scales] com `method: banded`, a pontuação das respostas e a dos indicadores ficam em escalas diferentes
        [done] um resultado-chave do tipo feito ou não feito não acompanha números
        [target] este resultado-chave não tem meta que possa mudar
        [unit] `unit: { $second }` não é a unidade dos valores, que é `{ $unit }`
       *[between] `between` pede dois valores
    }
    .label = { $what ->
        [two] e esta
        [banded] não é usada
        [floor] no piso ou abaixo dele
        [decimals] nenhuma pontuação arredondada é esta
        [scales] diferente de zero
        [done] esta
        [target] nada a mudar
        [unit] a unidade já se sabe
       *[between] não são dois
    }
    .first = esta
    .help-one = deixe só uma delas
    .help-banded = escreva `method: banded`, ou retire-a
    .help-floor = retire-o, ou escreva um `floor` menor
    .help-decimals = escreva o limite com as casas de `decimals`, { $decimals }, ou aumente esse número
    .help-scales = retire `kpi_weight`: os indicadores aparecem ao lado das respostas, sem peso no índice
    .help-service-level = os casos de um nível de serviço são contados com `met`, `breached` e `overdue`
    .help-cut = se `{ $written }` é um número só, escreva `{ $decimal }`: aqui a vírgula separa células; se não é, deixe `value`, ou `numerator` com `denominator`
    .help-reading = deixe `value`, ou `numerator` com `denominator`
    .help-done = retire `kpi`, `score` ou `service_level`: os check-ins dizem quando ele fica pronto
    .help-between = escreva o menor e o maior valor: `between: [70%, 90%]`
    .help-unit = retire `unit`: um número sozinho fica em `{ $unit }`, como os valores
    .help-no-target = encerre-o com `dropped: true` e planeje outro

not-an-id = `{ $written }` não é um identificador
    .label = só minúsculas sem acento, dígitos e hífens simples
    .help-suggested = escreva `{ $suggested }`
    .help = escolha um nome como `first-contact-resolution`

not-a-number = { $why ->
        [long] o número `{ $written }` é longo demais
       *[form] `{ $written }` não é um número
    }
    .label = { $why ->
        [long] algarismos demais
       *[form] aqui vai um número
    }
    .help-long = escreva no máximo { $most } algarismos
    .help-likely = escreva `{ $likely }`
    .help-whole = escreva um número inteiro de { $low } a { $high }
    .help = escreva em algarismos, com ponto antes das casas decimais: `18.5`
    .help-thousands = escreva `{ $plain }`, ou `{ $decimal }` se o ponto separa decimais
    .help-grouped = escreva `{ $plain }` se `{ $mark }` separa milhares, ou `{ $decimal }` se separa decimais
    .help-foreign = escreva um número, ou `–` onde não há valor
    .help-decimal = pode ser { $plain } ou { $decimal }, e nenhum outro número da coluna esclarece: informe `--decimal comma` (vírgula) ou `--decimal point` (ponto)
    .help-mixed = escreva os decimais da coluna toda com o mesmo sinal
    .help-share = são { $written }% ou { $percent }%? Escreva `%` depois de cada número, ou no título da coluna se são { $written }%: `… (%)`
    .other-sign = decimais com o outro sinal

out-of-range = { $written } está fora dos limites
    .label = fora dos limites
    .help-between = escreva um número de { $low } a { $high }
    .help-whole = escreva um número inteiro de { $low } a { $high }
    .help-limits = escreva um valor de { $low } a { $high }: são os `limits` do indicador
    .help-weight = escreva zero ou mais
    .help-cases = casos são contados: escreva um número inteiro
    .help-working-day = escreva mais que `0h` e no máximo `24h`
    .help-denominator = sem nenhum caso não há proporção: retire a leitura

not-a-boolean = `{ $written }` não é verdadeiro nem falso
    .label = aqui vai `true` ou `false`
    .help-likely = escreva `{ $likely }`
    .help = escreva `true` (sim) ou `false` (não)

not-a-date = { $why ->
        [either] `{ $written }` pode ser lida como dois dias
        [order] `{ $written }` é uma data em outra ordem
       *[form] `{ $written }` não é uma data
    }
    .label = { $why ->
        [either] { $dmy } ou { $mdy }
        [order] na ordem inversa
       *[form] aqui vai ano-mês-dia
    }
    .other-order = a ordem desta
    .help-either = nenhuma outra linha esclarece: informe `--dates dmy` se for { $dmy }, ou `--dates mdy` se for { $mdy }
    .help-order = escreva todas as datas da coluna na mesma ordem
    .help-month = { $month ->
        [january] janeiro
        [february] fevereiro
        [march] março
        [april] abril
        [may] maio
        [june] junho
        [july] julho
        [august] agosto
        [september] setembro
        [october] outubro
        [november] novembro
       *[december] dezembro
    } de { $year } tem { $days } dias
    .help-likely = escreva `{ $likely }`
    .help = escreva a data assim: `2026-09-30`

not-a-period = `{ $written }` não é um período
    .label = não foi entendido
    .help-month = { $month ->
        [january] janeiro
        [february] fevereiro
        [march] março
        [april] abril
        [may] maio
        [june] junho
        [july] julho
        [august] agosto
        [september] setembro
        [october] outubro
        [november] novembro
       *[december] dezembro
    } de { $year } tem { $days } dias
    .help-likely = escreva `{ $likely }`
    .help = escreva `2026-Q3`, `2026-S2`, `2026`, `2026-09`, `2026-W40`, `FY2026-Q1` ou uma data
    .help-foreign = escreva `2026-09`, `09/2026`, `set/2026`, `3T2026` ou `30/09/2026`; retire linhas que totalizam outras
    .help-due = escreva uma data, um período como `2026-Q3` ou um prazo como `3 meses`
    .help-length = escreva um prazo como `3 meses`, `2 semanas` ou `1 ano`

unknown-word = esta chave não aceita a palavra `{ $written }`
    .label = não existe aqui
    .help-near = você quis dizer `{ $near }`?
    .help-known = as palavras são { $known }

wrong-unit = não dá para converter `{ $written }` em `{ $unit }`
    .label = em `{ $found }`
    .help-likely = você quis dizer `{ $likely }`?
    .help = escreva o valor em `{ $unit }`, ou sem unidade
    .help-points = pontos percentuais valem para valores em `%`: escreva `{ $share }` para uma proporção da linha de base, ou a meta em `{ $unit }`
    .help-points-value = pontos percentuais valem para valores em `%`: escreva `{ $share }` para uma proporção da linha de base ({ $by_share }), ou a meta em `{ $unit }`
    .help-share = escreva `{ $less }` ou `{ $more }` para uma proporção da linha de base, ou a meta em `{ $unit }`
    .help-working-day = escreva quanto dura um dia útil: `8h`, por exemplo

ambiguous-value = { $what ->
        [period] `{ $written }` não está no período de `{ $unit }`
        [dollar] `{ $written }` não diz em que moeda está
       *[bare] `{ $written }` pode ser lido como `{ $first }` ou como `{ $second }`
    }
    .label = { $what ->
        [period] outro período
        [dollar] várias moedas se escrevem com `$`
        [point] milhares, ou decimais?
       *[bare] em que unidade?
    }
    .help-point = escreva `{ $first }` ou `{ $second }`; do jeito que está, o ponto separa os decimais
    .help = escreva `{ $first }` ou `{ $second }`
    .help-unit = escreva `{ $first }` ou `{ $second }`; `unit: { $unit }` no resultado-chave define em que unidade fica um número sozinho
    .help-dollar = escreva `{ $first }` ou `{ $second }`; com `unit: $` no resultado-chave, `$` é aceito como está
    .help-period = escreva `{ $first }`, que é o mesmo ritmo, ou `{ $second }` se o período foi um engano
    .help-no-period = escreva `{ $first }` se o período foi um engano; se não foi, conte de novo: não há conversão fixa entre os dois, como entre semanas e mês

no-working-day = não dá para converter `{ $written }` em `{ $unit }`: falta dizer quanto dura um dia útil
    .label = dias úteis e horas
    .help = acrescente `working_day: 8h` ao `regua.yaml`, com as horas do seu dia; `d` é um dia corrido, de 24 horas
    .help-days = acrescente `working_day: 8h` ao `regua.yaml`, com as horas do seu dia; `{ $days }` seriam dias corridos, { $hours }

future-date = { $date } ainda não chegou
    .label = no futuro
    .help = corrija a data; o que está previsto vai em um plano
    .help-year = você quis dizer o ano de { $year }?

date-order = { $what ->
        [due] o prazo, { $date }, é anterior ao início do ciclo, { $bound }
        [plan-late] a data planejada, { $date }, é posterior ao prazo, { $bound }
        [plan-early] a data planejada, { $date }, é anterior ao início do ciclo, { $bound }
        [kpi-target] a data da meta, { $date }, não vem depois da anterior, { $bound }
       *[plan] a data planejada, { $date }, não vem depois da anterior, { $bound }
    }
    .label = fora de ordem
    .help-due = escreva uma data a partir de { $bound }, ou um prazo como `3 meses`
    .help-kpi-target = liste as metas por data, a primeira antes
    .help-plan = liste os valores planejados em ordem de data
    .help-plan-early = planeje valores a partir de { $bound }
    .help-plan-late = planeje valores até { $bound }, ou estenda o prazo do resultado-chave em `due`

duplicate-id = o identificador `{ $id }` já está em uso
    .label = de novo
    .first = primeira vez
    .help = dê outro identificador a um dos dois
    .help-former = um nome antigo só pode indicar uma coisa: retire-o de `renamed_from`, ou dê outro identificador à outra

unknown-rubric = não existe a régua `{ $written }`
    .label = não vem com o programa nem está em `rubrics/`
    .help-near = você quis dizer `{ $near }`?
    .help-known = as réguas são { $known }
    .help-none = indique uma em `rubrics:` no regua.yaml

rubric-not-in-use = a régua `{ $rubric }` não está em uso aqui
    .label = não está na lista do regua.yaml
    .help = acrescente-a a `rubrics:` no regua.yaml

rubric-version = isto foi escrito para a versão { $pinned } de `{ $rubric }` e está sendo lido com a versão { $version }{ $renamed ->
        [none] { "" }
       *[some] ; respostas com nome antigo: { $renamed }
    }{ $gone ->
        [none] { "" }
       *[some] ; respostas ao que deixou de existir: { $gone }
    }{ $open ->
        [none] { "" }
       *[some] ; perguntas sem resposta: { $open }
    }
    .label = outra versão
    .help = todas as perguntas da versão { $version } têm resposta: confira-as e depois escreva `{ $rubric }@{ $version }`
    .help-open = ainda sem resposta: { $known }; quando tiverem, escreva `{ $rubric }@{ $version }`
    .help-newer = use a versão { $pinned } da régua, ou uma versão mais nova do regua, se ela vem com o programa

renamed = { $part ->
        [level] o nível
        [dimension] a dimensão
        [criterion] o critério
        [question] a pergunta
        [choice] a opção
       *[kpi] o indicador
    } `{ $old }` agora se chama `{ $new }`
    .label = nome antigo
    .help = escreva aqui `{ $new }`

unknown-part = a régua não tem { $part ->
        [level] o nível
        [dimension] a dimensão
        [scale] a escala
        [choice] a opção
        [criterion] o critério
        [question] a pergunta
        [edge] a faixa do nível
       *[kpi] o indicador
    } `{ $written }`
    .label = não há o que mudar
    .help-near = você quis dizer `{ $near }`?
    .help-near-add = você quis dizer `{ $near }`? Para ser um item novo, falta: { $lacks }
    .help-add = para acrescentar, escreva também: { $lacks }
    .help-known = dá para ocultar { $known }
    .help-none = retire este item: não há o que ocultar

parent-circle = a dimensão `{ $id }` ficaria dentro de si mesma: { $way }
    .label = leva de volta a ela
    .next = dentro desta
    .help = dê a uma delas uma mãe que não esteja entre elas, ou nenhuma

hidden-in-use = a régua ainda depende { $part ->
        [level] do nível
        [dimension] da dimensão
        [scale] da escala
        [choice] da opção
        [criterion] do critério
        [question] da pergunta
       *[kpi] do indicador
    } `{ $id }`, que a sobreposição retira
    .label = sai aqui
    .used = faz falta aqui
    .help = mude ou oculte na sobreposição o que depende disso, ou deixe como estava

hidden-by-overlay = uma sobreposição oculta { $part ->
        [level] o nível
        [dimension] a dimensão
        [scale] a escala
        [choice] a opção
        [criterion] o critério
        [question] a pergunta
       *[kpi] o indicador
    } `{ $id }`: { $what ->
        [answers] as respostas não contam
        [readings] as leituras não contam
       *[patch] isto não muda nada
    }
    .label = { $what ->
        [patch] não se aplica
       *[other] não conta
    }
    .help = retire as respostas, ou o `hide` da sobreposição
    .help-readings = retire as leituras, ou o `hide` da sobreposição
    .help-patch = retire este item, ou o `hide`

unknown-dimension = a régua não tem a dimensão `{ $written }`
    .label = não está na régua
    .help-near = você quis dizer `{ $near }`?
    .help-known = as dimensões são { $known }
    .help-none = defina-a em `dimensions:`

unknown-level = a régua não tem o nível { $written }
    .label = não está na régua
    .help-known = os níveis são { $known }
    .help-none = a régua não define níveis

unknown-scale = não existe a escala `{ $written }`
    .label = não vem com o programa nem foi definida
    .help-near = você quis dizer `{ $near }`?
    .help-known = as escalas são { $known }

unknown-question = a régua não tem a pergunta `{ $written }`
    .label = não está na régua
    .help-near = você quis dizer `{ $near }`?
    .help-known = as perguntas são { $known }
    .help-criterion = este critério tem várias perguntas: responda a { $known }
    .help-list = escreva `critério.pergunta`; os critérios são { $known }
    .help-gone = nada a corrigir: a resposta não conta, e pode sair quando a versão indicada mudar
    .help-none = a régua não faz perguntas

self-conflict = a pergunta `{ $id }` diz estar em conflito com ela mesma
    .label = é a própria pergunta
    .help = indique outra pergunta, ou retire esta

unknown-choice = `{ $written }` não é uma opção da escala `{ $scale }`
    .label = não está na escala
    .help-near = você quis dizer `{ $near }`? As opções são { $known }, ou unknown (não se sabe)
    .help-known = as opções são { $known }, ou unknown (não se sabe)
    .help-not-applicable = para o que não se aplica, diga o motivo: `{ "{" }not_applicable: o motivo{ "}" }`; as opções são { $known }, ou unknown (não se sabe)

unknown-kpi = não existe o indicador `{ $written }`
    .label = não foi definido
    .help-near = você quis dizer `{ $near }`?
    .help-known = os indicadores são { $known }
    .help-none = defina-o em `kpis:`, ou use uma régua que o defina

unknown-service-level = não existe o nível de serviço `{ $written }`
    .label = não foi definido
    .help-near = você quis dizer `{ $near }`?
    .help-known = os níveis de serviço são { $known }
    .help-none = defina-o em `service_levels:`

unknown-objective = nenhum plano tem o objetivo `{ $written }`
    .label = não foi encontrado
    .help-near = você quis dizer `{ $near }`?
    .help-known = os objetivos são { $known }
    .help-none = nenhum plano tem objetivos

unknown-workspace = o regua.yaml não dá nome a nenhuma pasta de trabalho `{ $written }`
    .label = não consta lá
    .help-near = você quis dizer `{ $near }`?
    .help-known = ele dá nome a { $known }
    .help-none = dê o nome lá, com a pasta: workspaces: { "{" }{ $written }: ../{ $written }{ "}" }

support-circle = objetivos que acabam apoiando a si mesmos: { $circle }
    .label = começa e termina aqui
    .through = passa por aqui
    .help = um dos objetivos do círculo é o mais alto: tire o `supports` dele
    .help-itself = um objetivo não apoia a si mesmo: tire o nome dele do próprio `supports`

unknown-key-result = não existe aqui o resultado-chave `{ $written }`
    .label = não está no plano
    .help-near = você quis dizer `{ $near }`?
    .help-known = os resultados-chave são { $known }
    .help-none = o plano não tem resultados-chave

unknown-milestone = o resultado-chave não tem o marco `{ $written }`
    .label = não está no plano
    .help-near = você quis dizer `{ $near }`?
    .help-known = os marcos são { $known }
    .help-none = o plano não tem marcos

unknown-role = não existe o papel `{ $written }`
    .label = não foi definido
    .help-near = você quis dizer `{ $near }`?
    .help-known = os papéis são { $known }
    .help-none = defina-o em `roles:`

unknown-skill = nenhuma régua em uso avalia a competência `{ $written }`
    .label = nenhuma régua avalia
    .help-near = você quis dizer `{ $near }`?
    .help-known = as réguas em uso avaliam { $known }
    .help-none = inclua em `rubrics:`, no `regua.yaml`, uma régua que a avalie, como `sfia-csmg` para `csmg`

not-of-a-person = { $kind ->
        [nobody] `{ $rubric }` avalia pessoas, e aqui não se diz quem é avaliado
       *[thing] `{ $rubric }` não avalia pessoas
    }
    .label = { $kind ->
        [nobody] avaliação de quem?
       *[thing] uma pessoa
    }
    .help = tire `person`, ou dê à régua um `skill:`
    .help-nobody = escreva `person: …` com o id de alguém de `people/`, e `by: self | manager | assessor`

unknown-person = não existe a pessoa `{ $written }`
    .label = não está em `people/`
    .help-near = você quis dizer `{ $near }`?
    .help-known = as pessoas são { $known }
    .help-none = defina a pessoa em um arquivo de `people/`

level-order = o nível { $number } não vem depois do nível { $last }
    .label = não é maior que o anterior
    .help = liste os níveis do menor número para o maior

empty-scale = a escala `{ $scale }` não tem amplitude
    .label = { $why ->
        [reversed] o menor valor está acima do maior
       *[same] o menor e o maior valor são iguais
    }
    .help-reversed = escreva o menor dos dois em `min` e o maior em `max`
    .help = dê a ela pelo menos dois valores, ou um `min` menor que o `max`

band-order = { $direction ->
        [level] os limites não sobem com os níveis
        [limits] os limites não são o menor e o maior valor
       *[other] os limites não seguem a direção `{ $direction }`
    }
    .label = fora de ordem
    .help-levels = dê a cada nível um limite maior que o do nível abaixo
    .direction = a direção
    .help-reversed = escreva `direction: { $opposite }`, ou inverta os limites
    .help-nested = cada faixa fica dentro da faixa do nível abaixo, e é mais estreita
    .help = os limites sobem com o nível quando maior é melhor, e descem quando menor é melhor
    .help-range = escreva o menor e o maior valor: `[70%, 90%]`

no-weight = todos os pesos de `{ $id }` são zero
    .label = não sobra nada para contar
    .help = dê peso maior que zero a pelo menos uma das partes

duplicate-assessment =
    { $kind ->
        [respondent] `{ $respondent }` responde a `{ $rubric }` duas vezes em { $date }
        [rater] `{ $respondent }` tem duas avaliações por `{ $rubric }` em { $date }, do mesmo avaliador
        [consensus] dois arquivos dizem o que foi acordado sobre `{ $rubric }` em { $date }
        [nameless] `{ $rubric }` tem vários arquivos em { $date }, e este não diz de quem são as respostas
       *[twice] `{ $rubric }` tem duas avaliações em { $date }
    }
    .label =
        { $kind ->
            [nameless] respostas de quem?
           *[twice] de novo
        }
    .first =
        { $kind ->
            [nameless] outro arquivo da mesma data
           *[twice] primeira vez
        }
    .help = se a avaliação é uma só, deixe um arquivo ou mude a data; se são várias pessoas, diga quem é cada uma com `respondent:`; se são duas áreas, dê a cada uma a sua pasta, com regua.yaml próprio: aqui, virariam um resultado só
    .help-rater = deixe uma das duas, ou mude a data ou quem avaliou (`by`)
    .help-respondent = deixe um dos dois, ou diga quem mais respondeu com `respondent:`
    .help-consensus = deixe um dos dois; um arquivo com as respostas de uma pessoa traz `respondent:` em vez disso
    .help-nameless = diga quem respondeu com `respondent:`; se for o que todos acordaram, escreva `consensus: true`; se for de outra área, leve-o para uma pasta com regua.yaml próprio

respondents-differ =
    { $kind ->
        [version] os respondentes de { $date } usam versões diferentes de `{ $rubric }`
       *[scope] os respondentes de { $date } avaliam `{ $rubric }` em escopos diferentes
    }
    .label = um deles
    .first = outro deles
    .help-scope = as respostas são combinadas em uma só: escreva o mesmo escopo, ou dê a cada um a sua data; a cada área, dê uma pasta com regua.yaml próprio
    .help-version = as respostas são combinadas em uma só: peça a todos que respondam à mesma versão

folder-date = este arquivo tem a data { $date } e está na pasta de { $bound }
    .label = data diferente da pasta
    .help = não faz parte da avaliação dessa pasta: corrija a data, ou mova o arquivo para `{ $right }`

folder-cycle = o plano deste ciclo está na pasta `{ $folder }`
    .label = ciclo diferente da pasta
    .help = corrija o ciclo, ou mova os arquivos da pasta para `{ $right }`

duplicate-reading = { $what ->
        [overlap] este nível de serviço já tem uma leitura com dias em comum com esta
        [service-level] este nível de serviço já tem leitura para este período
       *[kpi] este indicador já tem leitura para este período e segmento
    }
    .label = { $what ->
        [overlap] os dias em comum contariam duas vezes
       *[kpi] de novo
    }
    .first = { $what ->
        [overlap] a outra
       *[kpi] primeira vez
    }
    .help-overlap = fique com os períodos mais curtos ou com o mais longo
    .help = retire uma delas, ou marque a correção com `revises`
    .help-import = o arquivo traz outro valor para ela: para corrigi-la, acrescente `--revises`
    .help-import-twice = o arquivo traz dois valores para um período: fique com um deles, ou indique o que os separa com `--segment-column`
    .help-record = se diz o mesmo, não há o que fazer; para corrigi-la, acrescente `--revises`

cannot-pool = não dá para juntar em um só valor as leituras de `{ $kpi }` neste período
    .label = um entre vários segmentos
    .help-mean = informe em cada segmento o número de casos, `n`
    .help-as-ratio = são contagens: com `aggregate: ratio` na definição do indicador, elas se juntam
    .help-ratio = informe em cada segmento `numerator` e `denominator`, ou o número de casos, `n`
    .help-last = informe uma leitura do todo, sem `segment`; ou diga na definição do indicador como as partes se juntam, por exemplo `aggregate: sum`
    .help-axes = divida as leituras do período de um só jeito: por canal ou por região, não pelos dois

target-is-baseline = a meta e a linha de base são iguais: { $value }
    .label = não há o que alcançar
    .help = corrija uma das duas; para manter um valor, escreva `kind: keep`

wrong-direction = { $from ->
        [none] aqui está `{ $stated }`, mas a meta `{ $to }` vai no sentido contrário
       *[other] aqui está `{ $stated }`, mas o caminho vai de { $from } a { $to }
    }
    .label = sentido contrário
    .help = corrija, ou retire `kind`: a direção decorre da linha de base e da meta

ambiguous-target = `{ $written }` de uma porcentagem pode ser lido de duas formas
    .label = pontos ou proporção?
    .help = escreva `{ $points }` para pontos percentuais, ou `{ $times }` para uma proporção da linha de base
    .help-values = escreva `{ $points }` para pontos percentuais ({ $by_points }), ou `{ $times }` para uma proporção da linha de base ({ $by_times })

check-in-kind = o resultado-chave `{ $key_result }` não aceita `{ $given }`
    .label = não se aplica a ele
    .help = faça o check-in com `{ $allowed }`
    .help-kpi = os valores dele são as leituras do indicador: registre lá, e deixe aqui confiança e observação
    .help-score = os valores dele são as pontuações das avaliações: deixe aqui confiança e observação
    .help-service-level = os valores dele são os percentuais do nível de serviço: registre as leituras lá, e deixe aqui confiança e observação
    .help-baseline = um check-in só congela linha de base medida; esta está escrita no plano, ou não existe

closing-figures = { $what ->
        [cycle] o encerramento é de `{ $written }`, o plano é de `{ $expected }`
        [as-of] os números são de { $written }, depois do dia do encerramento
        [grade] um progresso de { $progress_figure } recebe nota { $expected_figure }, não { $written_figure }
       *[progress] por linha de base, meta e valor, o progresso é { $expected_figure }, não { $written_figure }
    }
    .label = não confere
    .help-cycle = um encerramento fica ao lado do plano do seu próprio ciclo
    .help-as-of = `closed` é o dia do encerramento, `as_of` é o dia dos números que ele guarda
    .help-figures = o que foi encerrado não se edita à mão: restaure a linha; para encerrar de novo, apague o arquivo e rode `regua okr close` outra vez

changed-after-close = { $what ->
        [gone] `{ $id }` foi encerrado, e o plano não o tem mais
        [added] `{ $id }` entrou depois de o ciclo ser encerrado: não tem nota
        [baseline] `{ $id }` foi encerrado com linha de base { $before_quantity }; pelos arquivos, agora seria { $now_quantity }
        [target] `{ $id }` foi encerrado com meta { $before_quantity }; pelos arquivos, agora seria { $now_quantity }
        [value] `{ $id }` foi encerrado em { $before_quantity }; pelos arquivos, agora seria { $now_quantity }
       *[progress] `{ $id }` foi encerrado com progresso de { $before_share }; pelos arquivos, agora seria { $now_share }
    }
    .label = { $what ->
        [added] fora do encerramento
       *[other] encerrado assim
    }
    .closed = encerrado aqui
    .now = aqui está diferente
    .help = vale o que foi encerrado, nenhum número mudou; para dar nota de novo, apague closing.yaml e encerre outra vez
    .help-gone = devolva-o ao plano: foi por esse plano que as notas foram dadas
    .help-added = planeje-o em um ciclo em andamento

check-in-after-close = `{ $cycle }` foi encerrado em { $closed }: esta linha não conta
    .label = tarde demais
    .closed = encerrado aqui
    .help = escreva no ciclo que dá continuidade ao resultado-chave (`regua okr roll` o leva adiante)

no-retrospective = o objetivo `{ $id }` era um compromisso e foi encerrado com { $grade_figure }, e nada diz o que se aprendeu
    .label = não cumprido
    .help = diga com `regua okr close { $cycle } --retrospective "{ $id }=…"`, ou acrescente `retrospective: …` aqui ou em cada resultado-chave que ficou aquém

baseline-moved = a linha de base de `{ $id }` foi congelada em { $before_quantity }; a leitura agora diz { $now_quantity }
    .label = congelada aqui
    .help = vale a linha de base congelada; se a correção procede, escreva aqui o novo valor

contradiction = { $kind ->
        [absence_against_presence] `{ $one }` diz que algo falta, e `{ $other }` está em grande parte atendido
        [conflicting_many] `{ $one }` não pode valer junto com { $count } outras respostas: { $known }
        [absence_agreed] o que foi acordado contradiz as respostas dos respondentes: `{ $one }` diz que algo falta, e `{ $other }` está em grande parte atendido
        [absence_together] no conjunto, as respostas se contradizem: `{ $one }` diz que algo falta, e `{ $other }` está em grande parte atendido
        [agreed] o que foi acordado contradiz as respostas dos respondentes: `{ $one }` e `{ $other }` não podem valer ao mesmo tempo
        [kpi_denies_all] `{ $one }`: a leitura de `{ $other }` equivale a `{ $worth }`; não concorda com nenhum dos respondentes
        [kpi_denies_answered] `{ $one }`: a leitura de `{ $other }` equivale a `{ $worth }`; não concorda com nenhum dos que responderam: { $known }
        [kpi_denies_answer] `{ $one }` e a leitura de `{ $other }`, que equivale a `{ $worth }`, não podem valer ao mesmo tempo
        [kpi_denies_some] `{ $one }`: a leitura de `{ $other }` equivale a `{ $worth }`; contradiz { $known }, mas não contradiz { $others }
        [readings] as leituras que respondem a `{ $one }` e a `{ $other }` se contradizem
        [together] no conjunto, as respostas se contradizem: `{ $one }` e `{ $other }` não podem valer ao mesmo tempo
       *[conflicting_answers] `{ $one }` e `{ $other }` não podem valer ao mesmo tempo
    }
    .label = aqui se afirma uma coisa
    .other = aqui se afirma a outra
    .help = pergunte de novo e corrija a resposta que estiver errada
    .also = e aqui também
    .help-kpi = vale a leitura; retire a resposta ou corrija o que estiver errado
    .help-kpi-several = vale a leitura; pergunte por que veem de outro modo, ou corrija a leitura se ela estiver errada
    .help-agreed = corrijam o que foi acordado ou decidam também a outra pergunta, no arquivo com `consensus: true`
    .help-reading = uma leitura diz o contrário, e é ela que vale: pergunte de novo e corrija a resposta, ou a leitura se ela estiver errada
    .help-readings = as duas são leituras, e são elas que valem: corrija a que estiver errada ou as faixas do indicador
    .help-together = nenhum respondente se contradiz: discutam e registrem o que ficar acordado num arquivo com `consensus: true`

level-out-of-range = `{ $skill }` não tem nível { $level }
    .label = está descrita do nível { $lowest } ao { $highest }
    .help = escolha um nível de { $lowest } a { $highest }; quem já passou do topo de uma competência cresce em outra, próxima

missing-evidence = `{ $one }` exige evidência, e nenhuma foi apresentada
    .label = falta evidência junto desta resposta
    .help = escreva `{"{"}choice: …, evidence: [{"{"}title: …, href: …, date: …{"}"}]{"}"}`

stale-evidence = todas as evidências de `{ $one }` são mais antigas do que a régua permite
    .label = vencida em { $date }
    .help = verifique de novo e acrescente o que comprova hoje, com a data

band-hole = as faixas pulam { $count ->
        [one] o nível { $levels }
       *[other] os níveis { $levels }
    }
    .label = do nível { $last } direto para o { $next }
    .help = escreva onde { $count ->
        [one] começa o nível { $levels }
       *[other] começam os níveis { $levels }
    }; sem isso, o caminho de { $last } a { $next } é dividido por igual

unused-bands = { $why ->
        [no-levels] estas faixas não contam: a régua não tem níveis
        [floor] o nível { $level } fica abaixo do piso, que já se tem de qualquer modo
       *[no-direction] as faixas deste indicador não contam: ele não tem direção
    }
    .label = { $why ->
        [no-levels] nenhum nível começa aqui
        [floor] abaixo do piso
       *[no-direction] maior ou menor é melhor?
    }
    .bands = sem uso
    .help-rising = escreva `direction: higher`, ou retire as faixas se o indicador só informa
    .help-falling = escreva `direction: lower`, ou retire as faixas se o indicador só informa
    .help-range = escreva `direction: range`, ou retire as faixas se o indicador só informa
    .help-levels = defina os níveis em `levels:`, ou retire as faixas
    .help-floor = comece as faixas no nível { $floor } ou acima
    .help = escreva `direction: higher` ou `direction: lower`, ou retire as faixas

kpi-cannot-answer = `{ $kpi }` não responde a nenhuma pergunta: não tem faixas
    .label = nunca responde
    .kpi = aqui faltam as faixas
    .help = dê faixas ao indicador, ou retire `kpi` para que alguém responda

share-above-whole = { $what ->
        [counts] { $numerator } de { $denominator } é mais que o total: a leitura de `{ $kpi }` passa de 100%
       *[value] { $written }% de `{ $kpi }` é mais que o total
    }
    .label = { $what ->
        [counts] mais que o denominador
       *[value] acima de 100%
    }
    .help = veja se as duas contagens não estão trocadas; se é possível passar de 100%, dê ao indicador uma faixa ou uma meta acima disso
    .help-value = corrija; se é possível passar de 100%, dê ao indicador uma faixa ou uma meta acima disso

implausible-value = { $what ->
        [share] `{ $written }` é lido como { $written }%, menos de um em cem
        [far] { $written } é mais de dez vezes qualquer valor entre { $from } e { $to }
       *[negative] { $written } de `{ $kpi }` é menos que nada
    }
    .label = { $what ->
        [share] uma fração, ou uma porcentagem?
        [far] muito além da meta
       *[negative] abaixo de zero
    }
    .help-share = escreva `{ $percent }%` se é isso, ou `{ $written }%` se é mesmo tão pouco
    .help-far = se foi engano, corrija a linha ou retire-a do arquivo
    .help-negative = corrija; se pode haver menos que zero, diga isso no indicador, por exemplo `limits: [-10, 10]`

segments-disagree = { $what ->
        [names] `{ $first }` e `{ $second }` parecem uma só parte com dois nomes
        [missing] falta `{ $segment }` aqui: `{ $kpi }` é calculado sem essa parte
       *[total] as partes de `{ $kpi }` somam { $sum }, e o todo é { $written }
    }
    .label = { $what ->
        [names] o segundo nome
        [missing] uma parte deste período
       *[total] esta é a que conta
    }
    .part = a primeira das partes
    .first-name = o primeiro nome
    .last = a última leitura dela
    .help-names = escreva o mesmo nome nas duas: com dois nomes, nunca são lidas juntas
    .help-missing = registre também essa parte: até lá, o que sobe ou desce pode ser só o que falta
    .help-total = corrija o que estiver errado; ao lado de uma leitura do todo, as das partes não mudam nenhum número

level-without-criteria = nenhum critério conta para o nível { $level }
    .label = não exige nada
    .help = dê critérios a ele, ou retire-o: até lá, ele depende só do nível { $next }
    .help-top = dê critérios a ele, ou retire-o: nenhuma pontuação passa de { $top }

unreachable-level = { $why ->
        [empty] o nível { $level } nunca será alcançado: nenhum critério conta para ele
        [flat] nenhum nível pode ser alcançado: nenhum critério indica um acima do piso
        [band] o nível { $level } nunca será alcançado: as melhores respostas dão uma pontuação de { $best_figure }
        [kpi] o nível { $level } nunca será alcançado: nem a melhor leitura de `{ $kpi }` basta
       *[short] o nível { $level } nunca será alcançado: nem as melhores respostas a `{ $criterion }` bastam
    }
    .label = { $why ->
        [empty] não exige nada
        [flat] ninguém passa do piso
        [band] nenhuma pontuação chega aqui
       *[short] `{ $key }` exige `{ $asked }`
    }
    .help-flat = escreva `level: …` nos critérios, ou `method: none` para ter só a pontuação
    .bands = a última faixa
    .help-band = escreva { $best } ou menos, ou uma escala cuja melhor opção valha mais
    .help-kpi = dê ao indicador faixas até o nível mais alto, ou exija menos
    .help-scale = dê à escala `{ $scale }` uma opção que valha 1, ou exija menos
    .help = dê critérios a ele, ou retire-o

asks-nothing = { $what ->
        [share] uma parcela de 0 não exige nenhum critério
        [met-at] qualquer resposta chega a 0
       *[floor] o piso é o nível mais alto: não há o que alcançar
    }
    .label = { $what ->
        [floor] nenhum nível acima
       *[other] não exige nada
    }
    .help-share = escreva uma parcela maior que 0, como `share: 0.8`
    .help-met-at = escreva `partially`, `largely`, `fully` ou um número maior que 0
    .help-floor = escreva um nível mais baixo, ou `none`

unused-rule = não há uso para { $rules }: { $why ->
        [no-levels] a régua não tem níveis
        [no-method] o método é `none`
        [banded] com `method: banded`, é a pontuação que dá o nível
        [highest] o método `highest` não olha os níveis de baixo
       *[no-children] não há dimensões abaixo desta
    }
    .label = sem efeito
    .help = retire o que não tem efeito

unused-weight = não há uso para este peso: { $why ->
        [no-aggregate] a pontuação acima é calculada a partir de todos os critérios
        [aggregate] os pesos não entram na combinação das dimensões
        [absence] uma ausência nunca conta
        [only-question] é a única pergunta
        [own-kpi] só os indicadores de uma régua contam em uma pontuação
        [no-bands] o indicador não tem faixas
       *[no-kpi] nenhum indicador da régua tem faixas
    }
    .label = sem efeito
    .help-rubric = combine as dimensões com `aggregate: mean` em `rules:`, ou retire o peso
    .help-dimension = combine-as com `aggregate: mean` na dimensão de cima, ou retire o peso
    .help-aggregate = combine-as com `mean`, ou retire o peso
    .help-question = retire-o, ou passe-o para o critério
    .help-bands = dê faixas ao indicador, ou retire o peso
    .help-kpi = dê faixas a um indicador, ou retire `kpi_weight`
    .help = retire-o

uncounted-criterion = { $why ->
        [floor] este critério fica fora do resultado do conjunto: o nível { $level } já se tem sem atender a nada
        [no-level] este critério fica fora do resultado do conjunto: não indica nível, e outros indicam
       *[aggregate] este critério fica fora da pontuação de `{ $dimension }`, que combina as dimensões abaixo dela
    }
    .label = não conta
    .help-floor = dê a ele um nível acima do piso, ou `polarity: absence` se descreve uma ausência
    .help-level = escreva `level: …`
    .help-aggregate = leve-o para uma dessas dimensões, ou retire `aggregate`

absence-above-floor = { $others ->
        [none] o nível { $level } não exige nada: os critérios dele só descrevem o que falta
       *[some] o nível { $level } nunca exige isto: o critério descreve uma ausência
    }
    .label = uma ausência
    .help-floor = escreva `level: { $floor }`, ou diga o que deveria haver, sem `polarity: absence`
    .help = diga o que deveria haver, sem `polarity: absence`

empty-dimension = nada pertence a esta dimensão
    .label = vazia
    .help = indique-a em um critério, ou retire-a

missing-translation = { $language ->
        [en] { $count ->
            [one] um texto não está
           *[other] { $count } textos não estão
        } em inglês, só em português
       *[other] { $count ->
            [one] um texto não está
           *[other] { $count } textos não estão
        } em português, só em inglês
    }
    .label = aqui
    .more = e aqui
    .help = escreva também `{ $language }: …`; um texto que dispensa tradução pode ser escrito sem idioma

coverage-fell = aqui { $now_share } de `{ $rubric }` tem resposta, e da vez anterior { $before_share } tinha: o que está em aberto vale como sem resposta
    .label = esta avaliação
    .before = a anterior
    .help = continue com `regua ask { $rubric }`: `=` repete a resposta da última vez

target-below-current = a meta é o nível { $target }, e o nível { $held } já foi alcançado
    .label = abaixo do que já foi alcançado
    .held = nesta avaliação
    .help = escolha um nível mais alto, ou retire a meta

unreachable-target = o nível { $target } nunca será alcançado em `{ $dimension }`: os critérios dela vão até o nível { $top }
    .label = fora de alcance
    .help = escreva { $top }, ou dê à dimensão critérios para os níveis acima

overdue-target = a meta era para { $date }, e não foi alcançada
    .label = já passou
    .latest = a última avaliação
    .help = avalie de novo, ou escreva outra data

few-key-results = { $count ->
        [0] este objetivo não tem nenhum resultado-chave
       *[other] este objetivo depende de um único resultado-chave
    }
    .label = { $count ->
        [0] como saber se foi alcançado?
       *[other] um só
    }
    .help = dê a ele de dois a cinco resultados-chave: um número sozinho pode ser forçado à custa dos outros

many-key-results = este objetivo tem { $count } resultados-chave
    .label = mais de cinco
    .help = fique com os cinco sem os quais ele não é alcançado; acompanhe os outros como indicadores, ou divida o objetivo

many-objectives = este ciclo tem { $count } objetivos
    .label = mais de cinco
    .help = escolha até cinco, e deixe os outros para um próximo ciclo

activity-not-outcome = este resultado-chave é uma tarefa, e não o que ela muda
    .label = uma atividade: `{ $verb }`
    .help = dá para cumprir à risca sem que nada melhore: diga que número deve mudar, de quanto para quanto

no-counterweight = este objetivo pede rapidez, e nada diz o que não pode piorar por causa dela
    .label = só rapidez
    .help = ponha ao lado um resultado-chave de qualidade, como satisfação, resolução no primeiro contato ou erros, nem que seja para manter (`kind: keep`)

met-at-baseline = a meta já estava cumprida no ponto de partida deste resultado-chave
    .label = não é melhor que a linha de base
    .baseline = parte daqui
    .help = mire além da linha de base, ou use `kind: keep` se o valor deve ficar onde está

no-owner = ninguém responde por este objetivo
    .label = sem responsável
    .help = escreva `owner: nome` aqui, ou em cada um dos resultados-chave

no-source = falta dizer de onde saem os números deste resultado-chave
    .label = digitado nos check-ins
    .help = escreva `source: nome do relatório ou sistema`; um número acompanhado por anos fica melhor como indicador

due-outside-cycle = o prazo deste resultado-chave passa do fim do ciclo, que é { $bound }
    .label = depois do fim
    .help = mire no que dá para alcançar até lá e leve o resto para o próximo ciclo, ou planeje um ciclo mais longo

needless-accepts = a recomendação `{ $advice }` não se aplica aqui
    .label = nada a aceitar
    .help = retire-a, para que a recomendação apareça quando fizer falta

csv-shape = { $what ->
        [empty] o arquivo não tem cabeçalho
        [quote] aspas que esta linha não fecha
        [conflict] conflito de mesclagem (merge) por resolver
       *[row] esta linha não combina com o cabeçalho
    }
    .label = { $what ->
        [empty] não há nada aqui
        [quote] abrem aqui, ou estão sobrando
        [conflict] aqui
       *[row] células: { $found }; o cabeçalho tem { $expected }
    }
    .help-foreign-empty = exporte de novo: a primeira linha traz os títulos das colunas
    .help-empty = comece com uma linha como `kpi;period;value`
    .help-row = use o mesmo número de células do cabeçalho, com aspas nos textos que contêm o separador
    .help-conflict = fique com um dos lados, ou junte os dois, e apague as linhas que começam com `<<<<<<<`, `=======` e `>>>>>>>`
    .help-cut = se `{ $written }` é um número só, escreva `{ $decimal }`: aqui a vírgula separa células; se não é, use o mesmo número de células do cabeçalho
    .help-quote = feche-as na mesma linha; dentro de aspas, escreva as aspas duas vezes

not-computed = um ciclo não tem arquivo com este nome
    .label = não é lido
    .help-cycle-file = um ciclo é lido de `plan.yaml`, `check-ins.yaml` e `closing.yaml`: leve o texto para um deles, ou o arquivo para outra pasta
    .help-near = você quis dizer `{ $near }`?

# O que as exigências pedem, e não se cumpre.
below-target = { $what ->
        [unassessed] a meta de `{ $rubric }` é o nível { $target }, e ainda não há avaliação
        [none] a meta de `{ $rubric }` é o nível { $target }, e nenhum nível foi alcançado
        [none-of-dimension] a meta em `{ $dimension }` é o nível { $target }, e nenhum nível foi alcançado
        [dimension] a meta em `{ $dimension }` é o nível { $target }, e o alcançado é o { $held }
       *[whole] a meta de `{ $rubric }` é o nível { $target }, e o alcançado é o { $held }
    }
    .label = ainda não alcançado
    .held = a avaliação mais recente
    .help = `regua score` mostra o que falta entre um e outro
    .help-assess = faça uma avaliação, em um arquivo dentro de `assessments/`

below-level = { $what ->
        [unassessed] o nível exigido de `{ $rubric }` é o { $level }, e ainda não há avaliação
        [none] o nível exigido de `{ $rubric }` é o { $level }, e nenhum nível foi alcançado
       *[held] o nível exigido de `{ $rubric }` é o { $level }, e o alcançado é o { $held }
    }
    .label = { $what ->
        [unassessed] sem avaliação
       *[held] o nível vem desta avaliação
    }
    .help-assess = faça uma avaliação, em um arquivo dentro de `assessments/`
    .help = `regua score --target { $level }` mostra o que falta

low-coverage = { $what ->
        [unassessed] { $least_share } de `{ $rubric }` deve ter resposta, e ainda não há avaliação
       *[some] { $least_share } de `{ $rubric }` deve ter resposta, e { $answered_share } tem
    }
    .label = { $what ->
        [unassessed] sem avaliação
       *[some] esta avaliação tem lacunas
    }
    .help-assess = faça uma avaliação, em um arquivo dentro de `assessments/`
    .help = responda o que está em aberto, ou diga `not_applicable` com o motivo

kpi-off-target = `{ $kpi }` está em { $value_quantity }, e a meta é { $target_quantity }
    .label = a leitura mais recente
    .target = a meta
    .help = `regua kpi show { $kpi }` diz o que ele mede; se a meta já não vale, escreva outra

service-level-missed = `{ $id }` foi cumprido em { $kept_share } dos casos, e o combinado é { $goal_share }
    .label = a leitura mais recente
    .goal = o combinado
    .help = `regua explain service_levels/{ $id }` mostra os casos, janela por janela

stale-reading = a leitura mais recente de `{ $kpi }` é de { $date }; a medição é { $frequency ->
        [daily] diária
        [weekly] semanal
        [fortnightly] quinzenal
        [monthly] mensal
        [quarterly] trimestral
        [half-yearly] semestral
       *[yearly] anual
    }
    .label = nada mais novo
    .help = registre uma leitura com `regua kpi record`, ou escreva a frequência real da medição

stale-key-result = não há notícia de `{ $id }` desde { $since_date }
    .label = sem notícia
    .help = faça o check-in: `regua okr check-in { $cycle }/{ $id } …`

behind = `{ $id }` está atrasado: { $progress_share } do caminho, e o esperado é { $expected_share }
    .label = fora do ritmo
    .help = `regua explain { $cycle }/{ $id }` mostra por quê

at-risk = `{ $id }` está em risco: { $progress_share } do caminho, e o esperado é { $expected_share }
    .label = muito fora do ritmo
    .help = `regua explain { $cycle }/{ $id }` mostra por quê

missed = `{ $id }` venceu em { $date }, com { $progress_share } do caminho
    .label = não alcançado
    .help = encerre o ciclo com `regua okr close { $cycle }`, ou registre o que foi alcançado até lá

no-data = ainda não há nenhuma medição de `{ $id }`
    .label = sem valor
    .help = faça o check-in: `regua okr check-in { $cycle }/{ $id } …`, ou registre uma leitura do indicador

no-baseline = `{ $id }` não tem de onde partir
    .label = a partir de quanto?
    .help = escreva `baseline: …`, ou registre a leitura com que ele começa

regressed = `{ $id }` está pior que no início: { $progress_share } do caminho
    .label = andando para trás
    .help = `regua explain { $cycle }/{ $id }` mostra por quê

confidence-conflict = { $status ->
        [at_risk] `{ $id }` está em risco, e o último check-in diz { $confidence } de 10
       *[on_track] `{ $id }` está no ritmo, e o último check-in diz { $confidence } de 10
    }
    .label = os números e a equipe discordam
    .help = pergunte à equipe o que os números não mostram

confidence-drop = a confiança em `{ $id }` caiu de { $before } para { $confidence }
    .label = o que aconteceu?
    .help = pergunte antes que apareça nos números

# Rótulos que um problema de qualquer código pode ter, quando uma sobreposição participa dele.
changed-by-overlay = a mudança está aqui
beside-overlay = não combina mais
hidden-here = a ocultação está aqui

# Abaixo de um problema que aparece várias vezes no mesmo arquivo, com as mesmas palavras.
repeated = { $count ->
        [one] o mesmo em mais 1 linha: { $lines }
       *[other] o mesmo em mais { $count } linhas: { $lines }
    }
folded = há mais { $count } `{ $code }` neste arquivo, nas linhas { $lines }; `regua check --format json` traz todos
severity-note = nota
