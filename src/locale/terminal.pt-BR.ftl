# As palavras do terminal, e dos números e datas em toda parte. As chaves e variáveis são as mesmas de
# terminal.en.ftl.

## Datas e unidades

month-1 = jan.
month-2 = fev.
month-3 = mar.
month-4 = abr.
month-5 = mai.
month-6 = jun.
month-7 = jul.
month-8 = ago.
month-9 = set.
month-10 = out.
month-11 = nov.
month-12 = dez.
period-half = { $part }º semestre de { $year }
period-quarter = { $part }º trimestre de { $year }
period-week = semana { $part } de { $year }
period-fiscal-year = ano fiscal de { $year }
period-fiscal-half = { $part }º semestre do ano fiscal de { $year }
period-fiscal-quarter = { $part }º trimestre do ano fiscal de { $year }
per-hour = hora
per-day = dia
per-week = semana
per-month = mês
per-quarter = trimestre
per-year = ano

## Problemas

severity-error = erro
severity-warning = aviso
severity-help = ajuda
problems = { $errors ->
        [0] Nenhum erro
        [one] { $errors } erro
       *[other] { $errors } erros
    }, { $warnings ->
        [0] nenhum aviso
        [one] { $warnings } aviso
       *[other] { $warnings } avisos
    }.
disk-no-folder = a pasta `{ $path }` não existe
disk-cannot-read = não foi possível ler `{ $path }`
disk-cannot-write = não foi possível gravar `{ $path }`; o que havia antes está intacto
usage-unknown-command = não existe o comando `{ $argument }`
usage-unknown-argument = `{ $argument }` não existe aqui, ou está sobrando
usage-missing-value = falta o valor de `{ $argument }`
usage-invalid-value = `{ $argument }` não aceita `{ $value }`; aceita: { $known }
usage-missing = falta informar: { $argument }
usage-repeated = `{ $argument }` só pode aparecer uma vez
usage-other = não foi possível entender a linha de comando
usage-near = você quis dizer `{ $near }`?
usage-more = regua --help mostra o que existe

## check

check-fine = { $files ->
        [one] { $files } arquivo
       *[other] { $files } arquivos
    } em ordem{ $warnings ->
        [0] .
        [one] , com { $warnings } aviso.
       *[other] , com { $warnings } avisos.
    }

## score

score-heading = { $organisation } · posição em { $date }
score-none = Até este dia não há avaliação: ela vai em assessments/<data>.yaml.
score-assessed = Avaliação de { $date }
score-before = antes: { $value }
score-interval = Conforme o que falta responder, as práticas ficam entre { $low } e { $high }.
score-next = Para o nível { $level }, { $title } ({ $progress } atendido), ainda falta:
score-next-band = O nível { $level }, { $title }, começa na pontuação de práticas { $from }; da faixa atual, { $progress } já foram percorridos.
score-answers-missing = faltam respostas
score-no-kpis = Nenhum indicador tem leitura; por isso o índice é a pontuação de práticas.
level = Nível
index = Índice
practice-score = Práticas
practice-score-short = Práticas
outcome-score = Resultados
maximum-short = máx.
coverage = Cobertura
dimension = Dimensão
kpi = Indicador
value = Valor
period = Período

## okr

okr-heading = { $organisation } · OKRs em { $date }
okr-none = Ainda não há ciclo: o plano vai em okrs/<ciclo>/plan.yaml.
okr-no-such-cycle = não existe o ciclo `{ $cycle }`; os ciclos são { $known }
okr-cycle = { $first } a { $last } · { $elapsed } do prazo decorrido · progresso { $progress }
okr-measured = { $measured } de { $active } medidos
okr-milestones = { $done } de { $all } marcos
okr-way = de { $from } para { $to }
okr-target = meta { $to }
okr-expected = esperado { $expected }
okr-due = até { $date }
okr-confidence = confiança { $confidence }

## report

report-written = O relatório está pronto:
report-warnings = Leia os avisos acima antes de entregá-lo.

## Ajuda

help-usage = Uso
help-usage-group = { $command } <comando> [opções]
help-usage-command = { $command } [opções] [pasta]
help-commands = Comandos
help-arguments = Argumentos
help-options = Opções
help-about = Avaliações de maturidade, indicadores e OKRs em texto simples
help-after = Código de saída 0: tudo certo; 2: há erro nos arquivos; 3: o ambiente falhou.
help-help = Mostra esta ajuda
help-check = Confere todos os arquivos e diz tudo o que está errado
help-explain = Diz por que um número é o que é: fórmula, entradas com arquivo e linha, a regra que decidiu
help-explain-figures = Números, como index, process/level, 2026-Q3/response-time [padrão: listar todos]
help-score = Mostra nível, pontuações e índice das avaliações
help-okr = Acompanha objetivos e resultados-chave
help-okr-status = Mostra a situação dos resultados-chave de cada ciclo
help-report = Gera o relatório: um arquivo HTML, e Markdown com os gráficos
help-arg-directory = Pasta do trabalho [padrão: esta, ou a pasta acima mais próxima com regua.yaml]
help-arg-as-of = Dia da posição, como 2026-09-30 [padrão: hoje]
help-arg-lang = Idioma: pt-BR ou en [padrão: o dos arquivos]
help-arg-color = Cores: auto, always (sempre) ou never (nunca)
help-arg-quiet = Mostra só os erros
help-arg-folder = Pasta do trabalho
help-arg-format = text (texto) ou json
help-arg-cycle = Só um ciclo, como 2026-Q3
help-arg-output = Pasta de destino [padrão: report/ na pasta do trabalho]
help-arg-version = Mostra a versão
help-value-directory = PASTA
help-value-folder = PASTA
help-value-as-of = DATA
help-value-lang = IDIOMA
help-value-color = QUANDO
help-value-cycle = CICLO
help-value-output = PASTA
help-value-format = FORMATO
disk-cause-missing = não existe
disk-cause-denied = sem permissão
disk-cause-exists = há um arquivo com esse nome no caminho
disk-cause-full = o disco está cheio
