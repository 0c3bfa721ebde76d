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
per-second = segundo
per-minute = minuto
per-hour = hora
per-day = dia
per-working-day = dia útil
per-week = semana
per-fortnight = quinzena
per-month = mês
per-quarter = trimestre
per-half-year = semestre
per-year = ano

## Problemas

severity-error = erro
severity-warning = aviso
severity-advice = recomendação
severity-gate = exigência
severity-help = ajuda
problems = { $errors ->
        [0] Nenhum erro
        [one] { $errors } erro
       *[other] { $errors } erros
    }, { $warnings ->
        [0] nenhum aviso
        [one] { $warnings } aviso
       *[other] { $warnings } avisos
    }{ $advice ->
        [0] .
        [one] , { $advice } recomendação.
       *[other] , { $advice } recomendações.
    }
doubts = { $warnings ->
        [one] { $warnings } aviso: veja com `regua check`.
       *[other] { $warnings } avisos: veja com `regua check`.
    }
disk-no-folder = a pasta `{ $path }` não existe
disk-cannot-read = não foi possível ler `{ $path }`
disk-cannot-write = não foi possível gravar `{ $path }`; o que havia antes está intacto
disk-not-confirmed = `{ $path }` foi gravado, mas o disco não confirmou; confira o arquivo antes de gravar o mesmo de novo
usage-unknown-command = não existe o comando `{ $argument }`
usage-unknown-argument = `{ $argument }` não existe aqui, ou está sobrando
usage-missing-value = falta o valor de `{ $argument }`
usage-invalid-value = `{ $argument }` não aceita `{ $value }`; aceita: { $known }
usage-invalid-form = `{ $argument }` não aceita `{ $value }`; escreva, por exemplo, { $known }
usage-missing = falta informar: { $argument }
usage-repeated = `{ $argument }` só pode aparecer uma vez
usage-conflict = `{ $argument }` e `{ $other }` não podem ser usados juntos
usage-other = não foi possível entender a linha de comando
usage-near = você quis dizer `{ $near }`?
usage-more = { $of ->
    [all] { $command } --help mostra os comandos e as opções
   *[one] { $command } --help mostra como se escreve, com exemplos
}

## check

check-fine = { $files ->
        [one] { $files } arquivo
       *[other] { $files } arquivos
    } em ordem{ $warnings ->
        [0] { $advice ->
            [0] .
            [one] , com { $advice } recomendação.
           *[other] , com { $advice } recomendações.
        }
        [one] , com { $warnings } aviso{ $advice ->
            [0] .
            [one] {" "}e { $advice } recomendação.
           *[other] {" "}e { $advice } recomendações.
        }
       *[other] , com { $warnings } avisos{ $advice ->
            [0] .
            [one] {" "}e { $advice } recomendação.
           *[other] {" "}e { $advice } recomendações.
        }
    }
check-gates-failed = { $count ->
        [one] Exigência não atendida
       *[other] Exigências não atendidas
    }: { $gates }.
check-more = { $count ->
        [one] `regua explain { $codes }` explica melhor.
       *[other] `regua explain CÓDIGO` explica melhor cada um: { $codes }.
    }
code-why = Por quê
code-mend = Como corrigir
code-wrong = Errado, em `{ $file }`
code-gate = Errado, em `{ $file }`, com `--fail-on { $gate }`
code-right = Certo
code-without = Certo: sem estas linhas
code-title = Códigos de `regua check`
code-intro = De que trata cada código que `regua check` aponta: por que importa e como corrigir. `regua explain CÓDIGO` mostra a mesma página no terminal.
check-column-kind = Tipo
check-column-place = Onde
check-column-problem = Problema
check-repository = A pasta do repositório
gate-unknown = não existe a exigência `{ $written }`
gate-near = você quis dizer `{ $near }`?
gate-known = as exigências são { $known } e o código de qualquer aviso
gate-needs-value = a exigência `{ $written }` precisa de um valor, como em `{ $example }`
gate-takes-none = a exigência `{ $written }` não aceita valor
gate-unknown-rubric = a exigência `{ $written }` cita uma régua que não está em uso aqui
gate-unknown-level = a exigência `{ $written }` cita um nível que a régua não tem; { $known ->
        [none] ela não tem nenhum
       *[other] os níveis são { $known }
    }
check-accept = Recomendações não mudam nenhum número. Se a escolha foi consciente, escreva `accepts: [código]` no resultado-chave, no objetivo ou no plano.

## score

score-heading = { $organisation } · posição em { $date }
score-none = Até este dia não há avaliação: ela vai em assessments/<data>.yaml.
score-assessed = Avaliação de { $date }
score-before = (antes: { $value })
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

## respondents

respondents-heading = { $count ->
        [one] Um respondente, e o que foi acordado
       *[other] { $count } respondentes; em cada pergunta vale { $how ->
            [mean] a média
            [lowest] o menor
           *[median] a mediana
        } dos valores
    }
respondents-agreed = Definidas por consenso: { $total ->
        [one] { $agreed } de { $total } pergunta
       *[other] { $agreed } de { $total } perguntas
    }
respondents-answered = Respondidas
respondents-answered-of = { $answered } de { $asked }
respondents-not-applicable = N/A
respondents-unknown = Não se sabe
respondents-unanswered = Sem resposta
respondents-missing = Ainda sem resposta de { $respondent }:
respondents-missing-keys = { $keys }{ $more ->
        [0] { "" }
       *[other] { " " }e mais { $more }
    }
respondents-agree = Nenhuma divergência grande o bastante para ser discutida.
respondents-discuss = { $count ->
        [0] Nada mais a discutir
       *[other] Para discutir: { $count }
    }{ $settled ->
        [0] { "" }
       *[other] ; resolvidas: { $settled }
    }
respondents-more = e mais { $count }, que o relatório lista
respondent = Respondente

## Plano

score-contradictions = Respostas que não se sustentam: { $count }
score-evidence-lacking = Evidência exigida que falta ou venceu: { $count }
plan-whole = Conjunto
plan-gap = Plano de evolução para o nível { $level }, { $title }: { $way }
plan-gap-by = Plano de evolução para o nível { $level }, { $title }, até { $date }: { $way }
plan-gap-profile = Plano de evolução para as metas das dimensões: { $way }
plan-gap-profile-by = Plano de evolução para as metas das dimensões, até { $date }: { $way }
plan-score-way = { $progress } do caminho pela pontuação
plan-any-answer = qualquer resposta
plan-score-enough = a pontuação já bastaria, mas { $count ->
        [0] o nível ainda não foi alcançado
        [one] { $count } critério ainda impede o nível
       *[other] { $count } critérios ainda impedem o nível
    }
plan-unanswered = ainda sem respostas
plan-reached = alcançado
plan-held-with = ali não há nada a cumprir; quem decide é o nível { $level }
plan-tops-out = nada a cumprir acima do nível { $level }
plan-asks-nothing = ainda nada a cumprir
plan-blocking = O que falta
plan-priority = Peso × lacuna
plan-more = { $count ->
        [one] e mais { $count }
       *[other] e mais { $count }
    }
plan-way = Caminho mais curto até o nível { $level }, { $title }: { $count ->
        [one] { $count } resposta
       *[other] { $count } respostas
    }
plan-way-dimension = { $dimension }, caminho mais curto até o nível { $level }, { $title }: { $count ->
        [one] { $count } resposta
       *[other] { $count } respostas
    }
plan-way-after = Com isso: nível { $level }, práticas { $bound ->
    [least] ao menos { $practice }{ $index ->
        [none] {""}
       *[other] , índice ao menos { $index }
    }
   *[exact] { $practice }{ $index ->
        [none] {""}
       *[other] , índice { $index }
    }
}.
plan-way-after-scores = Com isso: práticas { $bound ->
    [least] ao menos { $practice }{ $index ->
        [none] {""}
       *[other] , índice ao menos { $index }
    }
   *[exact] { $practice }{ $index ->
        [none] {""}
       *[other] , índice { $index }
    }
}.
plan-barred = Só com respostas não se chega ao nível { $level }, { $title }. Impedem, por dependerem de indicador ou não se aplicarem:
plan-barred-dimension = { $dimension }: só com respostas não se chega ao nível { $level }, { $title }. Impedem, por dependerem de indicador ou não se aplicarem:
plan-single = O que mudaria com uma só resposta
target-unclear = não dá para entender `--target { $written }`: informe um nível, como 4, ou um por dimensão, como process=4,people=3
target-no-such-level = `{ $rubric }` não tem o nível `{ $written }`{ $count ->
        [0] , nem nenhum outro
       *[other] ; os níveis são { $known }
    }
target-no-such-dimension = `{ $rubric }` não tem a dimensão `{ $written }`{ $count ->
        [0] , nem nenhuma outra
       *[other] ; as dimensões são { $known }
    }

## init

init-is-there = { $count ->
    [one] { $files } já existe, e fica como está
   *[other] estes arquivos já existem, e ficam como estão: { $files }
}; nada foi gravado
init-unknown-rubric = não há régua `{ $rubric }` no programa; há { $known }
init-no-organisation = diga de quem é a pasta de trabalho, `--organisation "…"`, ou use o nome da pasta com `--yes`; `--rubric` e `--lang` dizem o resto
init-not-written = nada foi gravado
init-no-language = Os idiomas são pt-BR e en.
init-ask-language = Idioma, pt-BR ou en? (Enter: { $usual })
init-ask-organisation = De quem é a pasta de trabalho? Nome da organização:
init-rubrics = O que será medido?
init-rubric = { $number } { $title } · { $questions } perguntas{ $rates ->
    [people] , uma pessoa por vez
   *[team] {""}
}
init-ask-rubrics = Réguas, por número, várias com vírgulas (Enter: { $usual }):
init-written = ✓ { $count } arquivos gravados:
init-workflow-above = O GitHub só lê workflows no topo do repositório: foi lá que este foi gravado, para esta pasta de trabalho.
init-workflow-nowhere = Nenhum workflow foi gravado. O GitHub só lê um no topo do repositório, como { $place }; o que já existe ali não é alterado. Um passo dele pode executar `regua -C { $folder } check --format github`; para ter um completo, execute `regua init` fora do repositório e copie o que ficar em .github/.
init-next = Agora:
init-next-ask = responder às perguntas, uma por vez
init-next-report = o relatório, em HTML e Markdown
init-next-okrs = objetivos a partir do que falta
init-next-rubric = o que a régua pergunta
init-next-person = avaliar uma pessoa que está em people/team.yaml
init-next-people = quem tem qual nível
init-file-head = As configurações desta pasta de trabalho. As avaliações vão em assessments/, as leituras dos indicadores em kpis/, os planos em okrs/<ciclo>/, as pessoas em people/.
init-file-fiscal = O mês em que começa o ano fiscal: FY2027-Q1 e os demais contam a partir dele.
init-file-rubrics = O que é medido: réguas que vêm com o programa (regua rubric list) e as suas, em rubrics/.
init-file-targets = Aonde se quer chegar, e até quando.
init-file-working-day = Quanto dura um dia útil, para valores como `2 dias úteis`.
init-plan-head = Os objetivos do trimestre: o que estará melhor no fim dele, e como isso será visto. `regua okr suggest` rascunha alguns a partir da avaliação, para o próximo; `regua okr catalogue` mostra alguns para começar. As novidades entram com `regua okr check-in`; `regua okr status` mostra em que pé estão.
init-plan-example = Um exemplo de objetivo. Para usá-lo, tire o # do começo destas linhas e, se ainda estiver lá, o [] depois de `objectives:`.
init-plan-objective = Os clientes são atendidos mais rápido
init-plan-response-time = Tempo médio até a primeira resposta
init-plan-source = Lista de treinamentos
init-plan-trained = A equipe está treinada no novo fluxo
init-kpis-head = O que é medido. `regua kpi list` mostra os indicadores disponíveis.
init-kpis-readings = Leituras, uma por indicador e período. Mais rápido: `regua kpi record csat 82% --period { $month }`, ou `regua kpi import ARQUIVO` para uma exportação. Para escrever aqui, tire o [] e o # abaixo.
init-kpis-source = Pesquisa pós-contato
init-kpis-own = Indicadores próprios, além dos que vêm com as réguas e com o catálogo.
init-kpis-service-levels = Promessas de prazo, e a parte dos casos que deve cumpri-las.
init-people-head = Quem é avaliado, e em quais papéis. Cada avaliação é um arquivo em assessments/: `regua ask { $rubric } --person ana` o escreve, uma pergunta por vez. Os nomes podem ser inventados.
init-people-roles = Papéis, cada um com os níveis que pede. Para escrever alguns, tire o [] e o # abaixo.
init-people-role = Analista sênior
init-people-persons = Pessoas.
init-assessment-head = Responda no terminal com `regua ask { $rubric }`, ou aqui, depois dos dois-pontos de cada pergunta. Pergunta sem resposta fica sem resposta: isso não é zero.
init-assessment-forms = No lugar de uma opção: unknown (não se sabe), ou {"{"}not_applicable: motivo{"}"}. Com mais a dizer: {"{"}choice: …, note: …, evidence: [{"{"}title: …, href: docs/manual.pdf, date: 2026-05-02{"}"}]{"}"}
init-assessment-scope = qual equipe, qual unidade, quais canais
init-workflow-head = Confere os arquivos a cada push e guarda o relatório com a execução.
init-workflow-install = O programa, onde estiver publicado. Onde ainda não estiver, deixe uma cópia do código dele ao lado destes arquivos e escreva `cargo install --path PASTA --locked`, ou ponha no PATH um binário que você compilou. O binário de uma versão publicada é mais rápido.
init-workflow-check = Todos os problemas de todos os arquivos; um erro reprova a execução.
init-workflow-summary = A resposta em uma página, ao lado da execução, e o relatório inteiro para baixar.
init-workflow-moved = Ao lado da execução de um pull request: o que ele faz variar. HEAD^1 é aquilo a que ele se destina.
init-workflow-publish = Só quem pode ler o repositório pode lê-lo. Para publicá-lo para todos, entregue report/ a actions/upload-pages-artifact: antes, pense de quem são estes números.

## ask

ask-which-rubric = { $count ->
    [0] nenhuma régua em uso serve: `rubrics` em regua.yaml diz quais estão em uso, e as que avaliam pessoas pedem `--person ID`
   *[other] diga por qual régua: regua ask RÉGUA; em uso estão { $known }
}
ask-choose-rubric = Por qual régua? { $known }:
ask-unknown-rubric = nenhuma régua `{ $rubric }` está em uso; { $near ->
    [none] em uso estão { $known }
   *[other] seria `{ $near }`?
}
ask-unknown-question = `{ $rubric }` não tem a pergunta `{ $question }`; { $near ->
    [none] regua rubric show { $rubric } mostra todas
   *[other] você quis dizer `{ $near }`?
}
ask-question-not-rubric = `{ $question }` é uma pergunta: regua ask { $rubric } --question { $question }
ask-unknown-person = ninguém é `{ $person }`; { $count ->
    [0] as pessoas vão em people/team.yaml
   *[other] há { $known }
}
ask-no-person = `{ $rubric }` não avalia pessoas: deixe `--person { $person }` de fora
ask-needs-person = `{ $rubric }` avalia pessoas: diga quem com `--person ID`; { $count ->
    [0] as pessoas vão em people/team.yaml
   *[other] há { $known }
}
ask-nobody = quem responde precisa de um nome: `--respondent NOME`
ask-which-respondent = várias pessoas respondem, cada uma no seu arquivo: { $known }. Diga quem é você com `--respondent NOME`
ask-nameless = { $file } já tem respostas e não diz de quem: escreva `respondent: …` nele, ou responda para outro dia com `--on DATA`; nada de { $respondent } foi gravado
ask-rubric-changed = as perguntas de `{ $rubric }` mudaram nesse meio-tempo: o que foi respondido está gravado; rode o comando de novo
ask-nothing-open = Todas as perguntas estão respondidas em { $file }. Para passar por todas de novo: { $command } --all{ $again ->
    [later] . Para começar outra avaliação: { $anew } --on { $date }
   *[same] {""}
}
ask-file = { $answered ->
    [0] { $count } perguntas · as respostas vão para { $file }
   *[other] { $answered } de { $count } respondidas, { $asked ->
        [all] todas são feitas de novo
        [evidence] seguindo com as que não têm evidência: Enter deixa como está, q encerra
        [named] seguindo com as que você indicou
       *[open] seguem as abertas
    } · { $file }
}
ask-beyond = O papel pede o nível { $level }: { $beyond ->
    [one] uma pergunta de nível mais alto fica de fora; com --all, entra
   *[other] { $beyond } perguntas de níveis mais altos ficam de fora; com --all, entram
}
ask-prepared = { $file } não tem nenhuma resposta e não conta como de ninguém; pode ser removido.
ask-other-day = Iniciada em outro dia; para começar outra: { $command } --on { $date }
ask-before = Em uma avaliação só conta o que é respondido nela: o que ficar em aberto vale como sem resposta, mesmo que tenha sido respondido em { $date }. = repete a resposta da última vez.
ask-keys = Número ou nome da resposta · ? o que observar · n observação · e evidência · d não se sabe · x não se aplica{ $before ->
    [some] {" "}· = como da última vez
   *[none] {""}
} · v volta · p ou Enter pula · q encerra. Cada resposta é gravada antes da pergunta seguinte.
ask-prompt = Resposta, { $range }:
ask-prompt-answered = Resposta, { $range } (Enter: como está):
ask-coverage = cobertura { $value }
ask-level = nível { $value }
ask-index = índice { $value }
ask-no-level = nenhum nível atingido ainda
ask-uncounted = não entra em nenhum número, só aponta contradições
ask-counts = vale { $share }
ask-rating-not = quase nada, até 15%
ask-rating-partially = uma parte, até a metade
ask-rating-largely = a maior parte, até 85%
ask-rating-fully = tudo, ou quase
ask-standing = Agora: { $answer }
ask-last-time = Da última vez ({ $date }): { $answer }
ask-evidence = evidência: { $titles }
ask-the-note = observação
ask-the-evidence = evidência
ask-not-applicable = não se aplica: { $reason }
ask-measured = { $question } As leituras de { $kpi } respondem a esta: sem perguntar.
ask-no-evidence-before = da última vez esta resposta não tinha evidência: não há o que repetir com `=`
ask-nothing-before = da última vez esta pergunta ficou sem resposta: não há o que repetir com `=`
ask-first = Esta é a primeira pergunta.
ask-note-later = Primeiro a resposta; depois, a observação.
ask-evidence-later = Primeiro a resposta; depois, a evidência.
ask-note = Observação:
ask-note-standing = A observação que já está: { $note }
ask-note-instead = Outra no lugar dela (Enter: fica esta):
ask-no-note = Nenhuma observação gravada.
ask-reason = Por que não se aplica?
ask-no-reason = Sem um motivo, nada é gravado.
ask-evidence-title = Evidência, o título:
ask-evidence-owed = Esta resposta precisa de evidência. O título dela ({ $count ->
    [0] Enter: depois
   *[other] =: a da última vez, { $titles }; Enter: depois
}):
ask-no-evidence-lacks = Nenhuma resposta em { $file } está sem a evidência exigida.
ask-unshown = { $count } sem a evidência exigida
ask-unshown-next = Evidências: { $command }
ask-evidence-href = Link ou arquivo (Enter: nenhum):
ask-evidence-date = A data, como 2026-05-02 (Enter: nenhuma):
ask-no-evidence = Nenhuma evidência gravada.
ask-no-date = { $why ->
    [future] `{ $typed }` ainda não chegou; hoje é { $today }
   *[form] `{ $typed }` não é uma data; escreva ano-mês-dia: { $likely }
}
ask-ambiguous = `{ $typed }` pode ser “{ $choice }” ou { $word }: digite o número, ou `{ $word }`
ask-unclear = `{ $typed }` não é uma resposta aqui; { $near ->
    [none] responda { $range }, ou ? para ajuda
   *[other] seria `{ $near }`?
}
ask-stopped = linha { $line }: { $wrong }. As linhas seguintes não foram lidas; o que foi respondido antes está gravado
ask-not-placed = a resposta a `{ $key }` não cabe em { $file } sem mudar o que mais está lá; escreva-a à mão
ask-saved = ✓ Gravado: { $what }
ask-doubt = ! Isto não combina; vale perguntar de novo:
ask-level-moved = nível { $before } → { $now }
ask-index-moved = índice { $before } → { $now }
ask-written = ✓ { $count ->
    [one] Uma resposta gravada
   *[other] { $count } respostas gravadas
} em { $file }
ask-nothing-written = Nada foi gravado
ask-left = { $open ->
    [0] nada em aberto
   *[other] { $open } de { $all } perguntas em aberto
}
ask-next = Agora: { $command }

## okr

okr-heading = { $organisation } · OKRs em { $date }
okr-none = Ainda não há ciclo. `regua okr suggest` esboça objetivos a partir do que falta nas avaliações, `regua okr catalogue` mostra modelos prontos; o plano vai em okrs/<ciclo>/plan.yaml.
okr-no-such-owner = { $count ->
        [0] ninguém responde por nada aqui: dê um `owner` a objetivos e resultados-chave
       *[other] `{ $owner }` não responde por nada aqui; há { $known }
    }
okr-no-such-cycle = não existe o ciclo `{ $cycle }`; os ciclos são { $known }
okr-cycle = { $first } a { $last } · { $left } · { $elapsed } do prazo · progresso { $progress }
okr-days-left = { $days ->
        [0] último dia
        [one] falta { $days } dia
       *[other] faltam { $days } dias
    }
okr-begins-in = { $days ->
        [one] começa em { $days } dia
       *[other] começa em { $days } dias
    }
okr-ended-ago = { $days ->
        [one] terminou há { $days } dia
       *[other] terminou há { $days } dias
    }
okr-at-its-end = Estes números são de hoje. No último dia, { $date }, o progresso era de { $progress }: ao encerrar, ficam os daquele dia.
okr-to-close = O prazo acabou: encerre com `regua okr close { $cycle }`
okr-short-closed = { $cycle } · encerrado em { $date } · progresso { $progress } · --cycle={ $id }
okr-short-planned = { $cycle } · começa em { $date } · { $count ->
        [one] { $count } resultado-chave
       *[other] { $count } resultados-chave
    } · --cycle={ $id }
okr-head-key-result = Objetivo / resultado-chave
okr-head-progress = Progresso
okr-head-expected = Esperado
okr-head-status = Situação
okr-head-value = Valor
okr-head-due = Prazo
okr-head-owner = Responsável
okr-week = Esta semana
okr-week-missed = prazo de { $date } perdido
okr-week-silent = sem novidade desde { $date }
okr-week-no-baseline = linha de base ainda não medida
okr-week-due = { $days ->
        [0] vence hoje
        [one] vence amanhã
       *[other] vence em { $days } dias
    }
okr-week-milestone = marco { $milestone } até { $date }
okr-week-milestone-late = marco { $milestone } venceu em { $date }
okr-week-retrospective = retrospectiva pendente desde { $date }
okr-week-read = registre: regua kpi record { $kpi } <valor>
okr-week-serve = falta uma leitura de { $service-level } em kpis/
okr-week-assess = falta uma nova avaliação
okr-week-more = { $count ->
        [one] e mais { $count }
       *[other] e mais { $count }
    }
okr-at-this-pace = neste ritmo, { $value } até lá ({ $progress })
okr-confidence-moved = confiança { $confidence } (era { $before })
okr-goes-on = nada medido neste ciclo ainda, vem de { $cycle }
okr-measured = { $measured } de { $active } medidos
okr-milestones = { $all ->
        [one] { $done } de { $all } marco
       *[other] { $done } de { $all } marcos
    }
okr-way = de { $from } para { $to }
okr-target = meta { $to }
okr-expected = esperado { $expected }
okr-due = até { $date }
okr-confidence = confiança { $confidence }
okr-no-such-key-result = não existe o resultado-chave `{ $written }` em um ciclo em andamento; { $state ->
    [planned] ele está em { $elsewhere }, que começa em { $begins }
    [open] há um em um ciclo ainda aberto: escreva `{ $elsewhere }`
    [idle] nos ciclos ainda abertos existem { $known }
    [nowhere] nenhum ciclo ainda aberto tem resultados-chave
   *[none] existem { $known }
}
okr-several-key-results = `{ $written }` está em vários ciclos; diga em qual: { $known }
okr-not-checked-in = nada foi gravado em { $file }
okr-checked-in = ✓ Gravado em { $place }
okr-progress-moved = progresso { $before } → { $now }
okr-round-stale = { $count ->
    [one] Um resultado-chave aguarda atualização
   *[other] { $count } resultados-chave aguardam atualização
}
okr-round-open = { $count ->
    [one] Um resultado-chave aberto
   *[other] { $count } resultados-chave abertos
}
okr-round-keys = Enter pula · - indica que ainda não há valor · q encerra. Cada um é gravado antes de passar ao próximo.
okr-round-none = Nenhum resultado-chave aguarda atualização. Para passar por todos os abertos: regua okr check-in --all
okr-round-none-open = Nenhum resultado-chave está aberto.
okr-round-no-cycle = nenhum ciclo aberto está em andamento em { $date }; os ciclos são { $known }
okr-round-no-owner = { $count ->
    [0] nada nos ciclos em andamento tem responsável; deixe de lado `--by` e REGUA_BY, ou escreva `owner: { $by }` no plano
   *[other] nada nos ciclos em andamento é de `{ $by }`; os responsáveis são { $known }
}
okr-round-last = último valor: { $value } em { $date }
okr-round-last-word = última atualização em { $date }
okr-round-never = nada foi dito ainda
okr-round-milestone = { $number }) { $id }: { $title }, até { $date }
okr-round-kpi = medido pelo indicador; nova leitura: regua kpi record { $kpi } <valor>
okr-round-score = medido por `{ $score }`; uma nova avaliação em assessments/ o atualiza
okr-round-service-level = medido pelo nível de serviço `{ $service-level }`; uma nova leitura vai em kpis/
okr-round-yes-or-no = responda s ou n
okr-round-written = ✓ { $count ->
    [one] Um check-in gravado
   *[other] { $count } check-ins gravados
} em { $files }
okr-round-nothing-written = Nada foi gravado
okr-round-skipped = { $count ->
    [one] 1 pulado
   *[other] { $count } pulados
}
okr-round-left = { $count ->
    [one] 1 sem perguntar
   *[other] { $count } sem perguntar
}
okr-ask-value = Valor, em { $unit }
okr-ask-value-bare = Valor
okr-ask-milestone = Marco alcançado, pelo número ou id
okr-ask-done = Está feito? (s/n)
okr-ask-confidence = Confiança, de 0 a 10
okr-ask-note = Observação
okr-closing-heading = Com o que { $cycle } foi encerrado. Os números valem; uma retrospectiva pode ser acrescentada.
okr-not-closed = nada foi escrito em { $file }
okr-nothing-to-close = nenhum ciclo aberto terminou; diga qual encerrar, com `--early` antes do último dia
okr-several-to-close = há mais de um ciclo terminado e aberto; diga qual encerrar: { $known }
okr-closed-already = { $cycle } foi encerrado em { $date }, em { $place }; ainda dá para acrescentar o que se aprendeu: `regua okr close { $cycle } --retrospective ID=TEXTO`; para encerrar de novo, apague antes esse arquivo
okr-close-future = { $date } ainda não chegou; hoje é { $bound }
okr-close-not-begun = { $cycle } começa em { $bound }, e { $date } é antes disso
okr-close-early = { $cycle } vai até { $bound }; encerre nesse dia, ou já, com `--early`
okr-retrospective-form = `{ $written }` não é uma retrospectiva; escreva o objetivo e o que se aprendeu: `--retrospective "faster-service=A nova fila atrasou um mês."`
okr-retrospective-unknown = o ciclo não tem objetivo nem resultado-chave `{ $written }`; os objetivos são { $known }
okr-retrospective-twice = `{ $id }` aparece duas vezes; reúna em um só texto o que se aprendeu
okr-retrospective-already = o que se aprendeu com `{ $id }` já está escrito, em { $place }; mude ali
okr-retrospective-hidden = o que se aprendeu com `{ $id }` contém { $letter }, que ninguém vê: tire-o
okr-retrospective-no-entry = { $place } nada diz de `{ $id }`: o que se aprendeu precisa dos números com que se encerrou
okr-retrospective-unplaced = não dá para saber onde, em { $place }, vai o que se aprendeu com `{ $id }`; escreva `retrospective:` à mão, ao lado dos números
okr-retrospective-written = { $count ->
    [one] ✓ Retrospectiva escrita: { $place }
   *[other] ✓ { $count } retrospectivas escritas: { $place }
}
okr-ask-retrospective = { $title } era um compromisso e termina com { $grade }. O que aprendemos? (Enter: depois)
okr-retrospective-owed = → Falta a retrospectiva: regua okr close { $cycle } --retrospective "{ $id }=…"
okr-closed = ✓ Encerrado: { $place }
okr-graded = { $cycle } · números de { $date } · progresso { $progress }
okr-commitment = Verde começa em 0,7; um compromisso só está cumprido com 1,0: abaixo disso, conta como não alcançado.
okr-band-red = vermelho
okr-band-yellow = amarelo
okr-band-green = verde
okr-value-too-late = · { $value } em { $date } veio depois de { $as-of } e não conta para `{ $id }`; com `--on` contaria
okr-roll-hint = { $count ->
    [0] · Nada ficou por terminar
    [one] → Um resultado-chave ficou por terminar. { $planned ->
        [yes] { $next } já tem um plano; para levá-lo a ele, veja em YAML: regua okr roll { $cycle } --to { $next } --dry-run
       *[no] Leve-o adiante: regua okr roll { $cycle } --to { $next }
    }
   *[other] → { $count } resultados-chave ficaram por terminar. { $planned ->
        [yes] { $next } já tem um plano; para levá-los a ele, veja em YAML: regua okr roll { $cycle } --to { $next } --dry-run
       *[no] Leve-os adiante: regua okr roll { $cycle } --to { $next }
    }
}
okr-roll-backwards = { $next } não vem depois de { $cycle }
okr-nothing-to-roll = { $cycle } não deixou nada por terminar
okr-none-closed = ainda não há ciclo encerrado; `regua okr close` encerra um
okr-not-closed-yet = { $cycle } ainda está aberto: encerre-o antes, com `regua okr close { $cycle }`
okr-rolled = ✓ Escrito: { $place }
okr-rolled-note = Cada um começa no valor com que { $cycle } foi encerrado. Ajuste o plano: metas, responsáveis, prazos. Depois: regua check
okr-plan-is-there = { $cycle } já tem um plano, { $file }, e ele fica como está. Para levar a ele, à mão, o que interessa, veja em YAML: { $command }
okr-not-planned = nada foi escrito em { $file }
okr-closed-to-check-ins = { $cycle } foi encerrado em { $date } e não recebe mais check-ins; o que ficou continua depois de `regua okr roll { $cycle }`
suggest-objective = Levar { $dimension } ao nível { $level } ({ $title })
suggest-score = Elevar a pontuação de { $dimension } de { $from } para { $to }
suggest-from-to = { $kpi }: de { $from } para { $to }
suggest-keep = { $kpi }: manter em { $value } ou mais
suggest-milestones = Todos os critérios do nível { $level } atendidos
suggest-for-name = para { $cycle }
suggest-for-part = para o { $cycle }
suggest-for-week = para a { $cycle }
suggest-title = Um rascunho { $for } · com o que se sabe em { $date }
suggest-step = Cada objetivo leva uma dimensão ao nível seguinte: um passo no caminho até a meta.
suggest-heading = Um rascunho a partir das avaliações e leituras conhecidas em { $date }.
suggest-adapt = Ajuste: fique com o que importa, ponha metas que sejam suas, dê um responsável a cada objetivo. Depois: regua check
suggest-hint = { $planned ->
    [yes] { $cycle } já tem um plano; para levar partes disto a ele, veja em YAML: { $command }
   *[no] Para gravar como plano: { $command }
}
suggest-no-assessment = Ainda não há avaliação de onde sugerir. `regua okr catalogue` mostra objetivos para começar.
suggest-nothing = Nada impede a meta: todos os critérios que ela pede estão atendidos. Peça uma mais alta com --level, ou veja regua okr catalogue.
suggest-unknown-rubric = não há avaliação pela régua `{ $rubric }`; há { $known }
okr-catalogue-unknown = não existe o objetivo `{ $objective }` no catálogo; ele traz { $known }
okr-catalogue-improves = melhora { $what }
okr-catalogue-adapt = Modelos: fique com o que servir, ajuste os números e dê um responsável a cada objetivo.
okr-catalogue-hint = As datas são as de { $period }. Como plano: regua okr catalogue <objetivo…> --for { $cycle } --format yaml

## okr tree

tree-heading = { $organisation } · o que apoia o quê, em { $date }
tree-none = Ainda não há objetivos. `regua okr catalogue` mostra alguns para começar.
tree-below = abaixo, { $status }: { $name }
tree-deeper = … mais { $count } abaixo; `--format json` mostra tudo
tree-absent-no_folder = { $name } · a pasta dessa pasta de trabalho não existe
tree-absent-errors = { $name } · os arquivos dessa pasta de trabalho têm erros
tree-absent-undeclared = { $name } · o regua.yaml não dá esse nome a nenhuma pasta de trabalho
tree-absent-no_objective = { $name } · não existe esse objetivo
tree-circles = Em círculo: o que acaba apoiando a si mesmo
tree-supports-nothing = Não apoiam nada, embora haja o que apoiar acima
tree-unsupported = Sem nada que os apoie, embora haja objetivos abaixo
tree-no-folder = { $file } dá a { $path } o nome `{ $workspace }`, e lá não há pasta de trabalho
tree-errors = { $workspace }, em { $path }, tem { $errors ->
        [one] { $errors } erro
       *[other] { $errors } erros
    } e fica de fora; `regua check { $path }` mostra mais

## compare

compare-heading = { $organisation } · { $a } → { $b }
compare-rubric = As duas pela régua { $rubric }, versão { $version }
compare-rubric-changed = A régua mudou entre as duas; ambas são pontuadas com a versão { $version }
compare-not-assessed = { $end }: ainda sem avaliação
compare-assessed = { $end }: conforme a avaliação de { $date }
compare-readings = { $end }: com leituras de indicadores até { $date }
compare-pinned = { $end }: escrita para a versão { $pinned }
compare-one-sided = Só há avaliação de um dos lados; não há com o que comparar.
compare-nothing-changed = Nada mudou.
compare-change = Variação
compare-points = { $points } pp
compare-moved = O que causou a variação
compare-left-open = { $count } perguntas sem resposta em { $date }
compare-left-open-why = O que uma avaliação deixa em aberto vale como sem resposta. Se a resposta continua valendo, `=` a repete no regua ask.
compare-moved-note = As respostas são trocadas uma a uma, na ordem da régua, e depois as leituras; cada uma responde pelo que sua troca faz variar.
compare-no-score = Uma das duas não tem pontuação; por isso nenhuma resposta ou leitura responde por parte dela.
compare-level-step = nível { $levels }
compare-dimension-step = { $dimension } { $levels }
compare-by-reading = { $value } pelo indicador
compare-informs-only = apenas informativo
compare-no-reading = sem leitura
compare-answers-together = { $count ->
        [one] { $count } resposta
       *[other] { $count } respostas, somadas
    }
compare-kpis-together = { $count ->
        [one] { $count } indicador
       *[other] { $count } indicadores, somados
    }
compare-together = Tudo somado: a variação acima
compare-still = { $count ->
        [one] { $count } resposta mudou sem efeito na pontuação
       *[other] { $count } respostas mudaram sem efeito na pontuação
    }
compare-dimensions = Por dimensão
compare-beside = O que mais mudou
compare-scope = Escopo: { $scopes }
compare-new-respondents = Novos respondentes: { $names }
compare-gone-respondents = Deixaram de responder: { $names }
compare-answered-only-a = Respondidas só em { $a }: { $names }
compare-answered-only-b = Respondidas só em { $b }: { $names }
compare-now-applicable = Passaram a se aplicar: { $names }
compare-no-longer-applicable = Deixaram de se aplicar: { $names }
compare-new-contradictions = Contradições novas ({ $count })
compare-solved-contradictions = Contradições resolvidas ({ $count })
compare-new-unshown = Evidência que passou a faltar ou venceu ({ $count })
compare-now-shown = Evidência que faltava ou estava vencida e agora está em ordem ({ $count })
contradiction-line = { $kind ->
        [absence_against_presence] “{ $one }” diante de “{ $other }”, que está atendido
        [kpi_denies_answer] “{ $one }” diante da leitura de “{ $other }”
        [evidence_missing] “{ $one }”: falta a evidência exigida
        [evidence_stale] “{ $one }”: a evidência está vencida
       *[conflicting_answers] “{ $one }” diante de “{ $other }”
    }
contradiction-by = { $line } ({ $names })
contradiction-against-reading = { $line } ({ $names }, diante de uma leitura)
contradiction-agreement = { $line } (o que foi acordado sobre uma, diante das respostas à outra)
contradiction-readings = { $line } (só pelas leituras)
contradiction-together = { $line } (só no conjunto: nenhum respondente se contradiz)
compare-question = “{ $question }”
compare-new-evidence = Evidências novas ({ $count })
compare-lost-evidence = Evidências que saíram ({ $count })
compare-cycle-unchanged = Nada mudou; progresso { $progress }.
compare-cycle-note = O efeito de um objetivo é sobre o ciclo; o de um resultado-chave, sobre o objetivo.
compare-moved-by = Efeito
compare-cycle-progress = Progresso do ciclo
compare-as-of = Posição em
compare-key-results = Resultados-chave
compare-in-both-cycles = Resultados-chave nos dois ciclos ({ $count })
compare-in-one-cycle = { $cycle }: resultados-chave só deste ciclo ({ $count })
compare-index-step = índice { $index }
compare-before = Antes
compare-now = Agora
compare-assessed-on = Avaliado em
compare-base-title = { $organisation } · o que mudou desde { $commit }
compare-base-left = { $commit } é o commit em que este trabalho saiu de { $revision }. Os dois lados com posição em { $date }.
compare-base-is = { $commit } é { $revision }. Os dois lados com posição em { $date }.
compare-base-commit = Os dois lados com posição em { $date }.
compare-base-no-workspace = Ainda não havia pasta de trabalho neste lugar; por isso tudo é novo.
compare-base-nothing = Nada mudou desde { $commit }.
compare-base-no-figure = Nenhum número mudou desde { $commit }.
compare-base-still-to-count = { $count ->
    [one] 1 leitura nova conta a partir de { $date }, quando o seu período termina.
   *[other] { $count } leituras novas contam quando os seus períodos terminarem, a primeira em { $date }.
}
compare-rubric-edited = A própria régua foi alterada; por isso as respostas e leituras não respondem sozinhas pela variação.
compare-new-assessments = { $count ->
    [one] Avaliação nova: { $dates }
   *[other] Avaliações novas: { $dates }
}
compare-gone-assessments = { $count ->
    [one] Avaliação que saiu: { $dates }
   *[other] Avaliações que saíram: { $dates }
}
compare-reworked-assessments = { $count ->
    [one] Avaliação anterior com outras respostas: { $dates }
   *[other] Avaliações anteriores com outras respostas: { $dates }
}
compare-count-kpis = { $count ->
    [one] 1 indicador
   *[other] { $count } indicadores
}
compare-count-service-levels = { $count ->
    [one] 1 nível de serviço
   *[other] { $count } níveis de serviço
}
compare-count-people = { $count ->
    [one] 1 pessoa
   *[other] { $count } pessoas
}
compare-more = e mais { $count }
compare-kpis = Indicadores
compare-service-levels = Níveis de serviço
compare-people = Pessoas
compare-fit = Aderência à função
compare-key-result = Resultado-chave
compare-new-periods = { $count ->
    [one] 1 período novo
   *[other] { $count } períodos novos
}
compare-gone-periods = { $count ->
    [one] 1 período a menos
   *[other] { $count } períodos a menos
}
compare-corrected = corrigido
compare-bands-edited = faixas alteradas
compare-cycle-new = Um ciclo novo.
compare-cycle-gone = O ciclo saiu.
compare-cycle-closed = O ciclo foi encerrado.
compare-cycle-reopened = O ciclo foi reaberto.
compare-cycle-step = Progresso { $progress } ({ $change })
compare-same = { $figure }, como antes
compare-level-and-index-same = { $rubric }: nível e índice como antes
compare-index-same = { $rubric }: índice como antes
compare-is-closed = encerrado
compare-is-reopened = reaberto
compare-cycle-came = Progresso { $progress }
compare-cycle-same = Progresso { $progress }, como antes
compare-is-new = novo
compare-is-gone = saiu
compare-confidence = confiança { $confidence }
compare-target = meta { $target }
compare-due = prazo { $due }
compare-skill = { $skill }: nível { $held }, exigido { $required }
compare-no-git = `--base` pede ao git os arquivos de um commit anterior, e o git não está instalado
compare-no-git-help = Instale o git, ou compare dois dias, ciclos ou avaliações: regua compare 2026-06-30 2026-09-30
compare-no-repository = { $folder } não está em um repositório git; não há commit anterior com que comparar
compare-no-repository-help = Ponha a pasta de trabalho sob controle de versão (git init, git add, git commit), ou compare dois dias: regua compare 2026-06-30 2026-09-30
compare-unknown-revision = o git não conhece nenhum commit pelo nome `{ $revision }`
compare-unknown-revision-help = `git branch --all` lista os branches e `git log --oneline`, os commits; `git fetch` traz o que só está no servidor
compare-shallow-help = Este clone só tem o fim do histórico: `git fetch --unshallow` traz o resto; na integração contínua, `fetch-depth: 0` em actions/checkout, ou `GIT_DEPTH: 0` no GitLab
compare-nothing-in-common = `{ $revision }` e o trabalho atual não têm nenhum commit em comum
compare-nothing-in-common-help = Começaram separados, ou o histórico foi reescrito; indique um commit do qual o trabalho descende
compare-not-trusted = o repositório pertence a outro usuário, e por isso o git se recusa a lê-lo
compare-not-trusted-help = Se você confia nele, como em um contêiner, execute: { $mend }
compare-git-refused = o git se recusou a ler o repositório: { $said }
compare-base-errors = não dá para comparar com os arquivos em { $commit }: { $errors ->
    [one] há um erro neles, mostrado acima
   *[other] há { $errors } erros neles, mostrados acima
}
compare-base-errors-help = Os arquivos atuais não têm erros; o que for incorporado daqui em diante poderá ser comparado; indique um commit posterior, ou um anterior ao erro
compare-names-nothing = `{ $name }` não é um dia, um ciclo nem uma avaliação
compare-not-come = { $day } vem depois de { $latest }, a data da posição, que se muda com --as-of
compare-no-rubric = a régua `{ $name }` não está em uso
compare-no-assessment-yet = até { $day } não há avaliação pela régua `{ $rubric }`
compare-nothing-yet = até { $day } não há avaliação, e nenhum ciclo começou
compare-of-another-rubric = `{ $name }` não é uma avaliação pela régua `{ $rubric }`
compare-of-different-rubrics = `{ $a }` e `{ $b }` são de réguas diferentes; os números de uma não se comparam com os da outra
compare-known-days = Dias: qualquer um até { $known }, escrito como 2026-09-30
compare-known-cycles = Ciclos: { $known }
compare-known-assessments = Avaliações: { $known }; ou o caminho de um arquivo
compare-known-rubrics = Réguas: { $known }
compare-known-revisions = Desde um branch, tag ou commit: regua compare --base { $name }

## report

report-written = O relatório está pronto:
report-no-summary = o resumo sai em html, md ou pdf; { $format } traz o relatório inteiro
report-one-format = na saída padrão cabe um só formato: indique qual com --format
report-without-charts = Os gráficos que o Markdown mostra não foram gravados: para isso, indique um arquivo ou uma pasta.
pdf-no-browser = não há um Chromium instalado para imprimir o PDF; instale Chromium, Chrome ou Edge, ou indique um na variável CHROMIUM. O HTML também pode ser impresso por qualquer navegador
pdf-no-such-browser = { $variable } indica { $path }, que não existe
pdf-failed = { $browser } não imprimiu o PDF em { $seconds } segundos; o resultado de --format html pode ser impresso por qualquer navegador
report-warnings = Leia os avisos acima antes de entregá-lo.

## people

people-heading = { $organisation } · pessoas em { $date }
people-none = Ainda não há ninguém: pessoas e papéis vão em people/team.yaml.
people-person = Pessoa
people-role = Papel
people-fit = Aderência
people-held-of = { $held } de { $required }
people-remarks = Pontos de atenção
people-not-rated = o papel pede o nível { $level }; ainda não há avaliação
people-unfinished = avaliação incompleta: { $rated } de { $total } enunciados até o nível { $level }
people-lacking = { $held ->
        [none] não atinge nenhum nível
       *[other] está no nível { $held }
    }, o papel pede { $required } ({ $by ->
        [self] autoavaliação
        [manager] gestor
        [assessor] avaliador
       *[none] avaliação
    }, { $date })
people-self-differs = autoavaliação: { $level ->
        [none] nenhum nível
       *[other] nível { $level }
    }
people-exceeds = atinge o nível { $held }, mais do que o papel pede
people-uncovered = { $count ->
    [one] o nível { $levels }, abaixo do atingido, não está coberto
   *[other] os níveis { $levels }, abaixo do atingido, não estão cobertos
}
people-claimed = colocada diretamente no nível { $level }
people-team = Equipe
people-covered = { $skill }, nível { $level }: atingido por { $held } de { $count } { $count ->
    [one] que precisa dele
   *[other] que precisam dele
}
people-single-point = só { $name } o atinge
people-nobody = ninguém o atinge
people-threshold = Um nível vale como atingido quando ao menos { $share } dos seus enunciados estão cobertos.
people-threshold-ours = O limite é do regua: o SFIA não publica fórmula.

## service levels

service-level = Nível de serviço
service-level-kept = Cumprido
service-level-goal = Meta
service-level-cases = Casos
service-level-window = Período
service-level-within = em até { $limit }
service-level-nothing-due = nada a vencer

## badge

badge-level = nível { $level } de { $top }
badge-level-target = nível { $level } de { $top } · meta { $target }
badge-score = { $score } de { $top }
badge-unanswered = ainda sem respostas
badge-cycle = OKRs { $cycle }
badge-progress = { $progress } · { $status ->
    [missed] não alcançado
    [at_risk] em risco
    [behind] atrasado
    [no_baseline] sem linha de base
    [on_track] no ritmo
    [planned] planejado
    [achieved] alcançado
    [dropped] abandonado
   *[no_data] sem dados
}
badge-title = { $organisation }: { $label }, { $value }
badge-nothing = ainda não há avaliação: o selo mostra o nível de uma avaliação ou, com --cycle, o progresso de um ciclo

## template

template-replaced = seu
template-added = Seu, incluído por outros
template-unknown = não existe o modelo `{ $template }`; `regua template list` mostra todos
template-unknown-near = não existe o modelo `{ $template }`; você quis dizer `{ $near }`?
template-is-there = { $file } já existe, e continua como está
template-written = { $count ->
    [0] Todos os modelos já são seus.
    [one] Gravado, para mudar como quiser:
   *[other] Gravados, para mudar como quiser:
}
template-next = A partir de agora o `regua report` usa esses arquivos. Para voltar ao modelo original, apague o arquivo.
template-about-chart-bar-svg = Uma barra de progresso, dentro de outros gráficos
template-about-chart-bars-svg = Pontuação das dimensões em barras, quando são poucas para um radar
template-about-chart-cycle-svg = Progresso dos resultados-chave do ciclo diante do esperado
template-about-chart-dark-css = Cores das páginas escuras
template-about-chart-heatmap-svg = Nível por dimensão em mapa de calor
template-about-chart-light-css = Cores das páginas claras e do papel
template-about-chart-marks-css = Traços e preenchimentos dos gráficos
template-about-chart-open-svg = Início de um gráfico: título, texto alternativo, cores
template-about-chart-people-svg = Níveis das pessoas por competência em mapa de calor
template-about-chart-progress-svg = Progresso de um resultado-chave
template-about-chart-radar-svg = Pontuação das dimensões em radar
template-about-chart-ruler-svg = Índice, práticas e resultados na escala dos níveis
template-about-chart-sparkline-svg = Leituras de um resultado-chave, com a projeção
template-about-chart-symbols-svg = Formas de situação e de atendimento
template-about-chart-trend-svg = Tendência de um indicador, com faixas e meta
template-about-chart-waterfall-svg = O que moveu o índice desde a última vez
template-about-report-answer-html = A resposta em uma tela
template-about-report-appendix-html = Apêndice com todas as respostas
template-about-report-balance-html = Pontos fortes, pontos fracos e o que falta para subir
template-about-report-brand-css = As cores de destaque do regua.yaml
template-about-report-brand-html = Logotipo e linha de confidencialidade
template-about-report-cover-html = Capa e sumário
template-about-report-criteria-html = Critérios com respostas, notas e evidências
template-about-report-dimensions-html = Maturidade por dimensão
template-about-report-html = A página HTML: quais partes, em que ordem
template-about-report-kpis-html = Indicadores com tendência e faixa
template-about-report-md = O relatório em Markdown
template-about-report-method-html = Como cada número foi calculado
template-about-report-moved-html = O que mudou desde a última vez
template-about-report-okrs-html = Quadro de OKRs
template-about-report-others-html = As outras réguas, uma linha cada
template-about-report-parts-html = Marcas e linhas que várias partes usam
template-about-report-people-html = Pessoas diante dos seus papéis
template-about-report-plan-html = Plano de evolução até a meta
template-about-report-remarks-html = Indicadores, OKRs, níveis de serviço, pessoas e divergências na síntese
template-about-report-respondents-html = Onde os respondentes divergem
template-about-report-rest-html = O que preenche o resto da folha da síntese no papel: a maturidade por dimensão
template-about-report-result-html = Nível, índice, de onde veio e com que confiança
template-about-report-script-js = O que a página faz com scripts ligados
template-about-report-served-html = O que sustenta outra régua
template-about-report-service-levels-html = Níveis de serviço
template-about-report-story-html = As frases do relato e seus links
template-about-report-style-css = Estilo da página, na tela e no papel
template-about-report-summary-css = Estilo do resumo em uma página
template-about-report-target-md = Meta e o caminho até ela, em Markdown
template-about-report-why-html = Explicação de um número
template-about-summary-html = O resumo em uma página HTML
template-about-summary-md = O resumo para um job de CI

## rubric

rubric-title = Régua
rubric-id = Id
rubric-levels = Níveis
rubric-questions = Perguntas
rubric-in-use = em uso
rubric-unknown = não existe a régua `{ $rubric }`; as disponíveis são { $known }
kpi-title = Indicador
kpi-id = Id
kpi-unit = Unidade
kpi-origin = Origem
kpi-own = desta pasta
kpi-catalogue = catálogo
kpi-frequency-daily = Diário
kpi-frequency-weekly = Semanal
kpi-frequency-fortnightly = Quinzenal
kpi-frequency-monthly = Mensal
kpi-frequency-quarterly = Trimestral
kpi-frequency-half-yearly = Semestral
kpi-frequency-yearly = Anual
kpi-unknown = não existe o indicador `{ $written }`{ $near ->
        [none] ; os disponíveis são { $known }
       *[other] ; você quis dizer `{ $near }`?
    }
kpi-is-service-level = `{ $written }` é um nível de serviço, não um KPI: regua explain { $written }
service-level-unknown = não existe o nível de serviço `{ $written }`{ $count ->
        [0] , nem nenhum outro
       *[other] { $near ->
            [none] ; existem { $known }
           *[other] ; você quis dizer `{ $near }`?
        }
    }
kpi-no-such-file = `{ $file }` não é um arquivo de leituras: escreva um caminho como kpis/readings.csv
kpi-nothing-written = nada foi gravado em { $file }
kpi-no-usual-period = as leituras de `{ $kpi }` são quinzenais, e uma quinzena não tem nome: informe --period ou --on
kpi-day-for-period = { $day } é um só dia, e aqui as leituras são { $frequency ->
        [weekly] semanais
        [fortnightly] quinzenais
        [monthly] mensais
        [quarterly] trimestrais
        [half-yearly] semestrais
       *[yearly] anuais
    }: informe { $period ->
        [none] {""}
       *[other] `--period { $period }`, ou{" "}
    }`--on { $day }` se é só daquele dia
kpi-no-value = falta o valor de `{ $kpi }`: escreva-o depois do nome, ou informe as duas contagens com --numerator e --denominator
kpi-counts-from = O período ainda não terminou: a leitura conta a partir de { $date }.
kpi-nothing-to-revise = não há leitura de `{ $id }` em { $period }{ $segment ->
        [none] {""}
       *[other] {" "}e `{ $segment }`
    } para corrigir; se esta é a primeira, retire --revises
kpi-corrected-elsewhere = outra correção desta leitura é lida depois de { $file }: grave no arquivo dela com --file; nada foi gravado
kpi-value-before = (antes: { $value }, { $period })
kpi-value-corrected = (era { $value })
kpi-level-now = nível { $level }{ $before ->
        [none] {""}
       *[other] {" "}(antes: { $before })
    }
kpi-period-latest-daily = (hoje)
kpi-period-latest-weekly = (a última semana completa)
kpi-period-latest-fortnightly = (a última)
kpi-period-latest-monthly = (o último mês completo)
kpi-period-latest-quarterly = (o último trimestre completo)
kpi-period-latest-half-yearly = (o último semestre completo)
kpi-period-latest-yearly = (o último ano completo)
kpi-recorded-service-level = { $title }, { $period }: { $kept } dentro do prazo (meta: { $goal })
kpi-no-such-column = `{ $written }` não é coluna de leituras nem indicador{ $near ->
        [none] ; existem { $known }
       *[other] ; você quis dizer `{ $near }`?
    }
kpi-import-written = ✓ { $count ->
        [one] { $count } leitura gravada
       *[other] { $count } leituras gravadas
    } em { $place }
kpi-import-would = { $count ->
        [one] { $count } leitura seria gravada
       *[other] { $count } leituras seriam gravadas
    } em { $place }; nada foi gravado
kpi-import-nothing = ✓ Nada de novo: { $place } está como estava
kpi-import-read = Lidas: { $rows ->
        [one] { $rows } linha
       *[other] { $rows } linhas
    } ({ $encoding }){ $same ->
        [0] {""}
       *[other] {" "}· já existentes: { $same }
    }{ $empty ->
        [0] {""}
       *[other] {" "}· sem valor: { $empty }
    }{ $above ->
        [0] {""}
       *[other] {" "}· acima do cabeçalho: { $above }
    }{ $totals ->
        [0] {""}
       *[other] {" "}· totais, deixados de fora: { $totals }
    }
kpi-import-kpis = { $count ->
        [one] Indicador
       *[other] Indicadores
    }: { $kpis } · { $first }{ $several ->
        [yes] {" "}a { $last }
       *[no] {""}
    }
kpi-import-unused = Colunas não aproveitadas: { $columns }
kpi-import-workbook = `{ $file }` é o arquivo de um programa de planilhas, não uma tabela em texto: salve lá como CSV (UTF-8) e importe esse arquivo
kpi-import-more = e mais { $count }
kpi-latest = Último valor
kpi-target = Meta
kpi-bands = Níveis
kpi-band = nível { $level } a partir de { $edge }
kpi-bands-source = De onde vêm as faixas
questionnaire-level = nível { $number }, { $title }
questionnaire-absence = descreve uma ausência: “sim” diz que ela existe
questionnaire-range = de { $low } a { $high }
questionnaire-unknown = Não se sabe
questionnaire-not-applicable = Não se aplica, porque…
questionnaire-note = Observação
questionnaire-evidence = evidência obrigatória
questionnaire-kpi = respondida pelas leituras de { $kpi }, quando houver

## Help

help-usage = Uso
help-usage-group = { $command } <comando> [opções]
help-usage-command = { $command } [opções] [pasta]
help-commands = Comandos
help-arguments = Argumentos
help-options = Opções
help-about = Avaliações de maturidade, indicadores e OKRs em texto simples
help-after = Código de saída 0: tudo certo; 1: uma exigência de --fail-on não se cumpre; 2: há erro na entrada; 3: falha ao ler ou gravar.
help-arg-help = Mostra esta ajuda
help-init = Começa uma pasta de trabalho: arquivos comentados, e o que o git e a CI precisam saber
help-init-usage = { $command } [opções] [pasta]
help-init-folder = A pasta [padrão: a atual]
help-init-organisation = De quem é a pasta de trabalho
help-init-rubrics = Uma régua do programa com que medir; várias, separadas por vírgulas [padrão: customer-service]
help-init-yes = Não pergunta nada: o nome da pasta para a organização, os padrões para o resto
help-ask = Responde a um questionário, uma pergunta por vez; cada resposta é gravada na hora
help-ask-usage = { $command } [opções] [régua]
help-ask-rubric = A régua [padrão: a única em uso]
help-ask-respondent = Uma de várias pessoas que respondem: arquivo próprio, combinado com os demais
help-ask-person = A pessoa avaliada, para uma régua que avalia pessoas
help-ask-rated-by = Quem avalia: self (a própria), manager (gestor) ou assessor (avaliador)
help-ask-day = Dia a que as respostas se referem [padrão: seguir com a última dos últimos 31 dias, senão hoje]
help-ask-all = Passa também pelas perguntas respondidas e pelos níveis acima do que o papel da pessoa pede
help-ask-evidence = Pede a evidência das respostas que estão sem ela
help-ask-question = Faz só esta pergunta, ou as deste critério; pode ser repetida
help-value-respondent = NOME
help-value-person = ID
help-value-rated-by = QUEM
help-check = Confere todos os arquivos e aponta tudo o que está errado
help-check-format = text, json, sarif, github, junit ou md
help-check-fail-on = Falha também com isto, como behind,stale,below-level=3,coverage=90%; pode ser repetida
help-explain = Explica um número: fórmula, entradas com arquivo e linha, a regra que decidiu
help-explain-usage = { $command } [opções] [número…]
help-explain-figures = Números, como index, process/level, 2026-Q3/response-time [padrão: listar todos], ou códigos de check, como unknown-key
help-score = Mostra nível, pontuações e índice das avaliações
help-okr = Acompanha objetivos e resultados-chave
help-okr-status = Mostra a situação dos resultados-chave de cada ciclo
help-okr-tree = Mostra que objetivos apoiam quais, entre ciclos e pastas de trabalho
help-okr-tree-usage = { $command } [opções] [pasta…]
help-okr-tree-folders = Pastas de trabalho; as que elas nomeiam também são lidas [padrão: esta]
help-okr-status-all = Mostra por inteiro também os ciclos planejados e os encerrados
help-okr-status-owner = Só o que está sob a responsabilidade de uma pessoa
help-okr-check-in = Acrescenta ao check-ins.yaml uma linha sobre um resultado-chave
help-okr-check-in-usage = { $command } [opções] [resultado-chave] [valor]
help-okr-check-in-key-result = O resultado-chave, pelo id; ciclo/id quando há vários ciclos em andamento [padrão: pergunta por cada um que aguarda atualização]
help-okr-check-in-value = O valor alcançado, como 18h ou 62%
help-okr-check-in-confidence = A confiança de que será alcançado, de 0 a 10
help-okr-check-in-milestone = O marco alcançado
help-okr-check-in-done = Está feito
help-okr-check-in-note = O que há a dizer
help-okr-check-in-by = Quem diz; sem resultado-chave, só os desse responsável [padrão: REGUA_BY]
help-okr-check-in-day = Data a que se refere [padrão: a de --as-of]
help-okr-check-in-all = Pergunta por todos os resultados-chave abertos, mesmo os já atualizados
help-value-confidence = 0-10
help-value-milestone = ID
help-value-key-result = resultado-chave
help-value-value = valor
help-value-note = TEXTO
help-value-by = NOME
help-value-rubrics = RÉGUA
help-value-level = NÍVEL
help-value-most = N
help-value-organisation = NOME
help-value-retrospective = ID=TEXTO
help-value-to = CICLO
help-value-day = DATA
help-okr-close = Encerra um ciclo: dá nota aos resultados-chave e congela os números
help-okr-close-usage = { $command } [opções] [ciclo]
help-okr-close-cycle = O ciclo [padrão: o aberto que já terminou]
help-okr-close-day = Dia dos números que ficam [padrão: o último dia do ciclo]
help-okr-close-retrospective = O que um compromisso não cumprido ensinou, por objetivo ou resultado-chave; pode se repetir
help-okr-close-by = Quem encerra
help-okr-close-early = Encerra antes do último dia
help-okr-close-dry-run = Mostra o que seria escrito, sem escrever
help-okr-roll = Leva ao próximo ciclo o que um ciclo encerrado não terminou
help-okr-roll-usage = { $command } [opções] [ciclo]
help-okr-roll-cycle = O ciclo encerrado [padrão: o que terminou por último]
help-okr-roll-to = O ciclo a planejar [padrão: o seguinte]
help-okr-roll-dry-run = Mostra o plano, sem escrever
help-okr-suggest = Rascunha objetivos e resultados-chave a partir do que falta em avaliações e indicadores
help-okr-suggest-usage = { $command } [opções] [régua…]
help-okr-suggest-rubrics = Réguas de onde partir [padrão: as que têm meta]
help-okr-suggest-planned-for = O ciclo a planejar [padrão: o próximo trimestre]
help-okr-suggest-level = Nível a buscar [padrão: a meta de regua.yaml, ou o próximo nível]
help-okr-suggest-most = O máximo de objetivos [padrão: 3]
help-okr-suggest-write = Grava como plano do ciclo, onde não houver um ou só houver um vazio
help-okr-suggest-plan-format = text, ou yaml para um plano
help-okr-catalogue = Mostra os objetivos e resultados-chave que vêm com o programa, ou os grava como ponto de partida de um plano
help-okr-catalogue-usage = { $command } [opções] [objetivo…]
help-okr-catalogue-objectives = Objetivos, pelos ids [padrão: todos]
help-arg-planned-for = Ciclo a planejar, como 2027-Q1 [padrão: o trimestre atual]
help-value-planned-for = CICLO
help-arg-plan-format = text (texto) ou yaml (um plano)
help-value-plan-format = FORMATO
help-kpi = Lista os indicadores disponíveis, mostra o que um deles conta, acrescenta leituras
help-kpi-list = Lista os indicadores disponíveis: das réguas em uso, da pasta de trabalho e do catálogo
help-kpi-list-usage = { $command } [opções]
help-kpi-show = Mostra um indicador: definição, fórmula, contagem do tempo, o que entra, faixas
help-kpi-show-usage = { $command } [opções] <indicador>
help-kpi-show-kpi = O indicador, pelo id
help-kpi-record = Acrescenta uma leitura a kpis/readings.csv, e diz o que ela muda
help-kpi-record-usage = { $command } [opções] <indicador> [valor]
help-kpi-record-kpi = O indicador, pelo id
help-kpi-record-value = O valor, como 18h ou 62%
help-kpi-record-period = Período, como 2026-10 ou 2026-Q3 [padrão: o último completo]
help-kpi-record-day = Data da leitura, em vez de um período
help-kpi-record-numerator = De uma razão: os casos que contam
help-kpi-record-denominator = De uma razão: todos os casos
help-kpi-record-cases = Em quantos casos o valor se baseia
help-kpi-record-segment = Parte da população, como channel=chat
help-kpi-record-service-level = Em vez de um indicador: um nível de serviço, pelo id
help-kpi-record-met = De um nível de serviço: casos dentro do prazo
help-kpi-record-breached = De um nível de serviço: casos fora do prazo
help-kpi-record-overdue = De um nível de serviço: casos em aberto, já vencidos
help-kpi-record-source = De onde vem o número
help-kpi-record-note = O que há a dizer
help-kpi-record-revises = Corrige a leitura que já existe
help-arg-file = CSV da pasta de trabalho que recebe a linha [padrão: kpis/readings.csv]
help-value-kpi = INDICADOR
help-value-period = PERÍODO
help-value-numerator = N
help-value-denominator = N
help-value-cases = N
help-value-segment = CHAVE=VALOR
help-value-service-level = ID
help-value-met = N
help-value-breached = N
help-value-overdue = N
help-value-source = TEXTO
help-value-file = ARQUIVO
help-kpi-import = Acrescenta as leituras de um CSV de outro sistema (help desk, CRM, planilha), todas ou nenhuma
help-kpi-import-usage = { $command } [opções] <arquivo>
help-kpi-import-export = O arquivo, ou - para a entrada padrão
help-kpi-import-of = O indicador de que trata o arquivo todo
help-kpi-import-columns = O que uma coluna traz: NOME é period, date, value, numerator, denominator, n, segment, source, note ou um indicador, como csat="Satisfação (%)"; pode ser repetida
help-kpi-import-skipped = Coluna que fica de fora; pode ser repetida
help-kpi-import-segment-column = Coluna que separa partes da população, como Canal
help-kpi-import-period-format = O que uma data representa: day (dia), week (semana), month (mês), quarter (trimestre) ou year (ano)
help-kpi-import-dates = Ordem de datas como 03/04/2026: dmy (dia primeiro) ou mdy (mês primeiro)
help-kpi-import-decimal = Sinal dos decimais: comma (vírgula) ou point (ponto)
help-kpi-import-source = De onde vêm os números
help-kpi-import-revises = Corrige leituras que já existem com outro valor
help-kpi-import-dry-run = Mostra as linhas e não grava nada
help-value-export = ARQUIVO
help-value-of = INDICADOR
help-value-columns = NOME=TÍTULO
help-value-segment-column = TÍTULO
help-value-period-format = DURAÇÃO
help-value-dates = ORDEM
help-value-decimal = SINAL
help-people = Mostra quem atinge que nível de cada competência, e o que o papel pede
help-compare = Mostra o que mudou entre dois dias, ciclos ou avaliações, ou desde uma revisão do git, e o que fez cada número variar
help-compare-usage = { $command } [opções] <A> <B>
    { "     " }{ $command } [opções] --base <REVISÃO>
help-compare-base = Um branch, uma tag ou um commit: mostra o que os arquivos atuais fizeram variar desde que saíram dele
help-compare-format = text, json, ou md para um comentário
help-compare-a = Um dia (2026-06-30), um ciclo (2026-Q3) ou uma avaliação (seu arquivo, ou régua@data)
help-compare-b = Outro, para comparar com ele
help-compare-rubric = Das avaliações, só as desta régua
help-report = Gera o relatório: HTML, Markdown com os gráficos, PDF, JSON, CSV
help-report-report-formats = html, md, pdf, json ou csv (plano de ação); vários, com vírgulas [padrão: html,md]
help-value-report-formats = FORMATO
help-report-summary = A resposta em uma página
help-report-report-output = Pasta onde gravar [padrão: report/ na pasta de trabalho]; com um só formato, um arquivo, ou - para a saída padrão
help-value-report-output = DESTINO
help-badge = Desenha um selo para um README: nível, ou progresso de um ciclo
help-badge-rubric = Régua cujo nível ele mostra [padrão: a primeira com nível]
help-badge-cycle = Mostra o progresso deste ciclo, como 2026-Q4
help-badge-label = Palavras à esquerda [padrão: o título da régua, ou o ciclo]
help-badge-badge-output = Arquivo onde gravar [padrão: a saída padrão]
help-value-badge-output = ARQUIVO
help-value-label = TEXTO
help-template = Lista as peças que formam um relatório, e permite adaptá-las
help-template-list = Lista os modelos: o que é cada um, e quais foram substituídos aqui
help-template-list-usage = { $command } [opções]
help-template-show = Mostra um modelo original
help-template-show-usage = { $command } [opções] <modelo>
help-template-show-template = O modelo pelo nome, como report/cover.html.j2
help-template-eject = Grava modelos originais em templates/, para que você os mude
help-template-eject-usage = { $command } [opções] <modelo>... | --all
help-template-eject-templates = Modelos pelo nome, como report/cover.html.j2
help-template-eject-all = Todos os que ainda não estão lá
help-value-template = MODELO
help-value-templates = MODELO
help-rubric = Lista as réguas disponíveis, ou mostra uma como questionário
help-rubric-list = Lista as réguas disponíveis: as que vêm com o programa e as da pasta de trabalho
help-rubric-list-usage = { $command } [opções]
help-rubric-show = Mostra uma régua como questionário, para colar em um documento ou imprimir
help-rubric-show-usage = { $command } [opções] <régua>
help-rubric-show-rubric = A régua, pelo id
help-completions = Imprime o script que completa comandos e ids com a tecla Tab
help-completions-usage = { $command } [opções] <shell>
help-completions-after =
    Em ~/.bashrc:
      eval "$(regua completions bash)"
    Em ~/.zshrc:
      source <(regua completions zsh)
    Para o fish:
      regua completions fish > ~/.config/fish/completions/regua.fish
    No $PROFILE do PowerShell:
      regua completions powershell | Out-String | Invoke-Expression
help-completions-shell = bash, zsh, fish ou powershell
help-value-shell = SHELL
help-man = Grava as páginas de manual numa pasta, nos dois idiomas
help-man-usage = { $command } [opções] <pasta>
help-man-manual-folder = Uma pasta em que o man procura, como ~/.local/share/man; as páginas ficam em man1 e pt_BR/man1
help-value-manual-folder = PASTA
help-help = Fala de um conceito, ou do que um comando aceita
help-help-usage = { $command } [opções] [tópico | comando]
help-help-words = Um tópico, ou um comando pelas suas palavras
help-value-words = TÓPICO
help-topics = Tópicos, para regua help: { $topics }
help-no-topic = não existe tópico nem comando `{ $topic }`
help-see-also = Veja também: { $others }
man-written = { $count ->
    [one] { $count } página gravada em { $folder }
   *[other] { $count } páginas gravadas em { $folder }
}
help-schema = Mostra o JSON Schema de um tipo de arquivo, ou de um resultado para programas
help-schema-usage = { $command } [opções] <qual>
help-schema-schema = workspace, rubric, assessment, kpis, plan, check-ins, closing ou people (arquivos); score (score --format json) ou report (o que os modelos e report --format json recebem)
help-schema-workspace = Cita os ids da pasta de trabalho: o editor passa a oferecer perguntas, opções, KPIs e pessoas
help-value-schema = QUAL
help-arg-status-format = text (texto), json, csv (um resultado-chave por linha) ou md
help-value-status-format = FORMATO
help-value-owner = NOME
help-arg-tree-format = text (texto), md (Markdown) ou json
help-value-tree-format = FORMATO
help-value-folders = PASTA
help-arg-layout = text ou md (Markdown)
help-value-layout = FORMATO
help-arg-directory = Pasta de trabalho [padrão: esta, ou a pasta acima mais próxima com regua.yaml]
help-arg-as-of = Data da posição, como 2026-09-30 [padrão: hoje]
help-arg-lang = Idioma: pt-BR ou en [padrão: o do regua.yaml]
help-arg-color = Cores: auto, always (sempre) ou never (nunca)
help-arg-quiet = Mostra só os erros
help-arg-folder = Pasta de trabalho
help-arg-format = text (texto) ou json
help-arg-target = Meta: um nível, como 4, ou um por dimensão: process=4,people=3
help-arg-cycle = Só um ciclo, como 2026-Q3
help-arg-version = Mostra a versão
help-value-directory = PASTA
help-value-folder = PASTA
help-value-as-of = DATA
help-value-lang = IDIOMA
help-value-color = QUANDO
help-value-cycle = CICLO
help-value-format = FORMATO
help-value-fail-on = EXIGÊNCIA
help-value-figures = NÚMERO
help-value-rubric = RÉGUA
help-value-base = REVISÃO
help-value-target = META
disk-cause-missing = não existe
disk-cause-denied = sem permissão
disk-cause-exists = há um arquivo com esse nome no caminho
disk-cause-full = o disco está cheio

completion-about = completa os comandos do regua no { $shell }
completion-in-bashrc = no ~/.bashrc ou, onde o bash-completion está instalado:
completion-in-zshrc = no ~/.zshrc, depois do compinit, ou
completion-in-fpath = com uma pasta do $fpath no lugar de ~/.zfunc
completion-in-profile = no $PROFILE
