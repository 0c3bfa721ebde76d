# O que as páginas de manual e a referência dos comandos dizem além da ajuda dos comandos.

manual-title = Manual do regua
manual-name = NOME
manual-synopsis = SINOPSE
manual-description = DESCRIÇÃO
manual-commands = COMANDOS
manual-arguments = ARGUMENTOS
manual-options = OPÇÕES
manual-common = OPÇÕES COMUNS
manual-exit = CÓDIGO DE SAÍDA
manual-files = ARQUIVOS
manual-environment = AMBIENTE
manual-examples = EXEMPLOS
manual-see-also = VEJA TAMBÉM
manual-about = Avaliações de maturidade, indicadores e objetivos com seus resultados-chave, guardados em arquivos de texto sob controle de versão. O programa confere os arquivos, calcula cada número com exatidão, explica por que cada um é o que é e escreve o relatório. `regua help TÓPICO` fala dos conceitos.
manual-concepts = Os conceitos por trás dele:
manual-exit-0 = Tudo certo.
manual-exit-1 = Os arquivos estão certos, mas algo que --fail-on exige não se cumpre.
manual-exit-2 = Há erro nos arquivos ou na linha de comando; as mensagens dizem onde, e como corrigir.
manual-exit-3 = Algo não pôde ser lido ou gravado.
manual-files-list =
    regua.yaml: a organização, o idioma, as réguas em uso e os níveis almejados; a pasta que o contém é a pasta de trabalho
    rubrics/: réguas próprias, e ajustes às que vêm com o programa
    assessments/: avaliações, um arquivo para cada
    kpis/: leituras de indicadores, em YAML ou CSV
    okrs/CICLO/plan.yaml: objetivos e resultados-chave de um ciclo; ao lado ficam check-ins.yaml e closing.yaml
    people/: pessoas e papéis
    templates/: modelos próprios do relatório
manual-environment-list =
    LC_ALL, LC_MESSAGES, LANG: o idioma, quando nem --lang nem a pasta de trabalho indicam um
    REGUA_BY: quem faz o check-in, quando --by não diz
    NO_COLOR: com qualquer valor: sem cores
    COLUMNS: a largura da página, quando não há terminal

reference-title = Comandos
reference-common = Opções comuns
reference-concepts = ../conceitos
reference-about = O que cada comando faz e aceita: o texto do seu `--help`, com exemplos. As opções listadas em `regua` valem para todos eles. Como uma execução pode terminar está em `regua help codigos-de-saida`.

example-regua =
    Começar uma pasta de trabalho
    $ regua init
    Ver o que há de errado nos arquivos
    $ regua check
    Ver em que pé as coisas estão
    $ regua score
example-regua-init =
    Responder ao que for preciso e começar aqui
    $ regua init
    Começar numa pasta, sem perguntas
    $ regua init padaria --organisation Padaria --rubric customer-service --yes
example-regua-ask =
    Continuar o questionário da única régua em uso
    $ regua ask
    Responder como uma de várias pessoas
    $ regua ask customer-service --respondent ana
    Responder de novo a uma pergunta
    $ regua ask customer-service --question basic-answers.answered
    Acrescentar as evidências que faltam
    $ regua ask customer-service --evidence
    Avaliar alguém, como gestor
    $ regua ask sfia-csmg --person bruno --by manager
example-regua-check =
    Conferir a pasta de trabalho atual
    $ regua check
    Falhar se um resultado-chave estiver atrasado ou o nível ficar abaixo de 3
    $ regua check --fail-on behind,below-level=3
    Gravar o que o repositório mostra ao lado das linhas
    $ regua check --format sarif > problemas.sarif
example-regua-score =
    Nível, pontuações e índice no último dia de um trimestre
    $ regua score --as-of 2026-09-30
    Todos os números, para outro programa
    $ regua score --format json
    O que falta para o nível 4
    $ regua score --target 4
example-regua-explain =
    Os números que podem ser explicados
    $ regua explain
    Por que o índice é o que é
    $ regua explain index
    O que quer dizer um código que o check mostra
    $ regua explain unknown-key
example-regua-okr =
    A situação dos resultados-chave
    $ regua okr status
    Dizer em que ponto está um deles
    $ regua okr check-in response-time 18h --confidence 7
example-regua-okr-status =
    Os ciclos em andamento
    $ regua okr status
    O que está com uma pessoa
    $ regua okr status --owner ana
    Uma tabela para um documento
    $ regua okr status --cycle 2026-Q4 --format md
example-regua-okr-tree =
    O que apoia o quê
    $ regua okr tree
    Com os objetivos de outra pasta de trabalho
    $ regua okr tree . ../grupo
example-regua-okr-check-in =
    Responder por cada resultado-chave que aguarda atualização
    $ regua okr check-in
    Um valor, com a confiança de chegar à meta
    $ regua okr check-in response-time 18h --confidence 7 --note "Fila do chat zerada"
    Um marco
    $ regua okr check-in portal --milestone live
example-regua-okr-close =
    Ver que notas o ciclo teria
    $ regua okr close 2026-Q3 --dry-run
    Encerrar
    $ regua okr close 2026-Q3 --by ana
example-regua-okr-roll =
    Planejar o próximo ciclo a partir do que não terminou
    $ regua okr roll 2026-Q3 --to 2026-Q4
example-regua-okr-suggest =
    Rascunhar objetivos a partir do que falta nas avaliações
    $ regua okr suggest
    Gravar o rascunho como plano de um trimestre
    $ regua okr suggest --for 2027-Q1 --write
example-regua-okr-catalogue =
    Objetivos que vêm com o programa
    $ regua okr catalogue
    Começar um plano a partir de um deles
    $ regua okr catalogue faster-service --for 2027-Q1 --format yaml
example-regua-kpi =
    Os indicadores disponíveis
    $ regua kpi list
    O que um deles conta
    $ regua kpi show first-contact-resolution
example-regua-kpi-list =
    Os indicadores disponíveis
    $ regua kpi list
example-regua-kpi-show =
    Como um indicador é contado, e onde começam os níveis
    $ regua kpi show mean-response-time
example-regua-kpi-record =
    O valor de um mês
    $ regua kpi record csat 82% --period 2026-09
    Uma razão pelas contagens, para uma parte da população
    $ regua kpi record first-contact-resolution --numerator 1220 --denominator 1830 --segment channel=chat
example-regua-kpi-import =
    Ver o que a exportação de um help desk acrescentaria
    $ regua kpi import chamados.csv --kpi csat --column value=Nota --dry-run
example-regua-people =
    Quem está em que nível, e o que o papel pede
    $ regua people
example-regua-compare =
    O que mudou entre dois ciclos
    $ regua compare 2026-Q2 2026-Q3
    O que mudou entre duas avaliações
    $ regua compare customer-service@2026-03-31 customer-service@2026-09-30
example-regua-report =
    O relatório em HTML e Markdown, em report/
    $ regua report
    Uma página em PDF, em inglês
    $ regua report --summary --format pdf --lang en
example-regua-badge =
    O nível, como uma pequena figura
    $ regua badge -o nivel.svg
    O progresso de um ciclo
    $ regua badge --cycle 2026-Q4 -o okrs.svg
example-regua-template =
    As peças do relatório
    $ regua template list
example-regua-template-list =
    As peças do relatório
    $ regua template list
example-regua-template-show =
    A capa, como vem com o programa
    $ regua template show report/cover.html.j2
example-regua-template-eject =
    Adotar a capa para alterá-la
    $ regua template eject report/cover.html.j2
example-regua-rubric =
    As réguas disponíveis
    $ regua rubric list
example-regua-rubric-list =
    As réguas disponíveis
    $ regua rubric list
example-regua-rubric-show =
    Um questionário para imprimir
    $ regua rubric show customer-service --format md > questionario.md
example-regua-schema =
    O esquema do modelo do relatório
    $ regua schema report > report.json
example-regua-completions =
    No bash, em ~/.bashrc: eval "$(regua completions bash)"; no zsh, em ~/.zshrc depois do compinit: source <(regua completions zsh). No fish
    $ regua completions fish > ~/.config/fish/completions/regua.fish
    No PowerShell, em $PROFILE
    $ regua completions powershell | Out-String | Invoke-Expression
example-regua-man =
    Instalar as páginas para si
    $ regua man ~/.local/share/man
example-regua-help =
    O que querem dizer os níveis
    $ regua help niveis
    O que um comando aceita
    $ regua help okr check-in
