# Por que um número é o que é. Nomes de termos são curtos: aparecem em fórmulas.

explain-lowest = mín
explain-highest = máx
explain-median = mediana
explain-rounded = arred
explain-mean = Σ (peso × valor) ÷ Σ peso
explain-weighted-sum = Σ (peso × valor)

explain-figure-fit = Aderência
explain-figure-held = Nível atingido
explain-figure-compliance = Cumprido
explain-name-required-level = { $skill } pedido
explain-name-held-level = { $skill } atingido
explain-name-holder = { $name }, nível { $level }
explain-name-asked-skills = competências pedidas
explain-name-rated-skills = competências avaliadas
explain-name-cases-met = casos que cumpriram
explain-name-cases-breached = casos que descumpriram
explain-name-cases-overdue = casos em aberto com o prazo vencido
explain-fit = Só contam as competências avaliadas. Sobra em uma não compensa falta em outra.
explain-not-rated = Ainda ninguém avaliou.
explain-no-role = Nenhum papel pede uma competência.
explain-level-not-rated = Nível { $level }: sem avaliação
explain-rated = Avaliação { $by ->
        [self] da própria pessoa
        [manager] do gestor
        [assessor] de um avaliador
       *[none] de autor não informado
    } em { $date }. { explain-precedence }
explain-precedence = A avaliação de outra pessoa vale antes da própria, e a mais recente antes da anterior.
explain-generic-level = A competência não descreve o nível { $level }: estão cobertos os enunciados genéricos desse nível.
explain-compliance = Atrasado e ainda aberto depois do prazo contam como descumpridos. Onde nada venceu, não há percentual.
explain-figure-level = Nível
explain-figure-next-level-progress = Progresso até o próximo nível
explain-figure-practice-score = Pontuação de práticas
explain-figure-practice-maximum = Máximo que se pode atingir
explain-figure-coverage = Cobertura
explain-figure-achievement = Atendimento
explain-figure-outcome-score = Pontuação de resultados
explain-figure-index = Índice
explain-figure-interval = Intervalo
explain-figure-percent-to-target = Progresso até a meta
explain-figure-gap = Lacuna
explain-figure-priority = Peso × lacuna
explain-figure-level-after = Nível com essas respostas
explain-figure-practice-score-after = Pontuação de práticas com essas respostas
explain-figure-index-after = Índice com essas respostas
explain-figure-practice-score-change = Variação da pontuação de práticas
explain-figure-index-change = Variação do índice
explain-figure-value = Valor
explain-figure-spread = Distância
explain-figure-weight = Peso entre as divergências
explain-figure-rating = Conceito
explain-figure-state = Situação da resposta
explain-figure-stale = Desatualizado
explain-figure-elapsed = Tempo decorrido
explain-figure-progress = Progresso
explain-figure-status = Situação
explain-figure-kind = Tipo
explain-figure-baseline = Linha de base
explain-figure-target = Meta
explain-figure-due = Prazo
explain-figure-expected = Progresso esperado
explain-figure-flags = Alertas
explain-figure-confidence = Confiança
explain-figure-forecast = Projeção
explain-figure-grade = Nota final

explain-name-respondent = um respondente
explain-name-achievement = nível { $level }
explain-name-borrowed = nível { $level } (não exige nada: como o nível { $from })
explain-name-practice = pontuação de práticas
explain-name-maximum = máximo
explain-name-mean-of-answers = média das respostas
explain-name-floor = piso
explain-name-base = menor pontuação
explain-name-top = maior pontuação
explain-name-level-size = níveis
explain-name-answered-weight = peso respondido
explain-name-applicable-weight = peso aplicável
explain-name-criterion-weight = peso do critério
explain-name-question-weight = peso de { $question }
explain-name-disagreement = peso entre as divergências
explain-name-practice-of = pontuação de práticas de { $date }
explain-name-practice-after = pontuação de práticas com a resposta
explain-name-index = índice
explain-name-index-after = índice com a resposta
explain-name-outcome = pontuação de resultados
explain-name-kpi-weight = peso dos indicadores
explain-name-kpi-level = nível do indicador
explain-name-value = valor
explain-name-edge = limite do nível { $level }
explain-name-target = meta
explain-name-target-of = meta de { $dimension }
explain-name-gap = lacuna
explain-name-numerator = casos que contam
explain-name-denominator = todos os casos
explain-name-reading = leitura
explain-name-planned-end = extremo da reta
explain-name-planned = planejado para { $date }
explain-name-pace-between = ritmo de { $earlier } a { $later }
explain-name-line-start = início da reta
explain-name-line-start-of = início pelo valor de { $date }
explain-name-baseline = linha de base
explain-name-target-value = meta
explain-name-relative-target = variação declarada
explain-name-progress = progresso
explain-name-expected = esperado
explain-name-aspirational = parcela exigida de uma aspiração
explain-name-days-passed = dias decorridos
explain-name-days-in-all = dias no total
explain-name-periods-met = períodos atendidos
explain-name-periods-passed = períodos decorridos
explain-name-measured = medidos
explain-name-active = ativos
explain-name-pace = variação por dia
explain-name-required-pace = variação necessária por dia
explain-name-days-to-due = dias até o prazo
explain-name-days-left = dias restantes
explain-name-projected = valor projetado

explain-nothing-counts = Nada entra nesta conta: não há número.
explain-aggregate-mean = A média das partes, ponderada pelos pesos.
explain-aggregate-sum = A soma das partes.
explain-aggregate-min = A menor das partes.
explain-aggregate-max = A maior das partes.
explain-aggregate-median = A mediana das partes.
explain-maximum = A pontuação de práticas que se teria com tudo o que se aplica atendido.
explain-rule-practice = A menor pontuação e, para cada nível acima dela, a parcela atendida.
explain-rule-answers = A média dos critérios, na escala das respostas.
explain-level-above = O nível { $level } não exige nada aqui, nem os que ficam acima: não há como pontuar.
explain-no-outcome = Nenhum indicador com faixas tem leitura.
explain-index-alone = Nenhum indicador com faixas tem leitura: o índice é a pontuação de práticas.
explain-worst = Tudo o que falta no pior caso
explain-best = Tudo o que falta no melhor caso
explain-nothing-missing = Não falta nenhuma resposta: os dois extremos são a pontuação de práticas.
explain-missing-range = Faltam as respostas acima; sejam quais forem, a pontuação fica entre os dois extremos.
explain-no-target = Nenhuma meta foi definida para esta régua em regua.yaml.
explain-no-credit = Medido pela pontuação de práticas. Superar uma meta não compensa o que falta em outra.
explain-way = Caminho mais curto, { $scope }
explain-whole = no conjunto
explain-no-way = Nenhuma combinação de respostas basta, ou nenhuma é necessária.
explain-with-answer = Com a resposta
explain-supposed = Supõe as respostas alteradas e o resto como está.
explain-gap-to-full = A lacuna vai até o atendimento total, e não até o limiar: é o que faz subir a pontuação.

explain-no-level-rule = A regra da régua não dá nível aqui.
explain-level-empty = O nível { $level } não exige nada aqui: só se alcança junto com um mais alto.
explain-floor = O nível { $level } já se tem sem atender a nada.
explain-gate = Nível { $level }: { $met } de { $criteria } { $what ->
        [statements] { $criteria ->
            [one] enunciado coberto
           *[other] enunciados cobertos
        }
       *[criteria] { $criteria ->
            [one] critério atendido
           *[other] critérios atendidos
        }
    }{ $blocked ->
        [0] {""}
        [one] , 1 bloqueado por falta de resposta
       *[other] , { $blocked } bloqueados por falta de resposta
    }
explain-gate-below = , mas um nível abaixo não é atendido
explain-gate-lower = ; como nível abaixo de outro, { $met } de { $criteria }
explain-rule-cumulative = Um nível é alcançado quando ele e todos os níveis abaixo são atendidos.
explain-rule-highest = Vale o nível mais alto que for atendido.
explain-rule-banded = Vale o nível mais alto cujo limite a pontuação alcançou.
explain-edge = Nível { $level } a partir de { $edge }: a pontuação é { $score }
explain-top-band = É a faixa mais alta.
explain-rule-passes = Um nível é atendido quando { $quantifier ->
        [any] ao menos um de seus critérios atinge
        [share] ao menos { $share } de seus critérios atingem
       *[all] todos os seus critérios atingem
    } o limiar: { $threshold }.
explain-rule-lower = Para um nível abaixo de outro, o limiar é: { $threshold }.
explain-rule-blocks = A falta de uma resposta impede o nível.
explain-threshold-rating = { $rating }, acima de { $edge }
explain-threshold-value = no mínimo { $value }
explain-at-the-top = Nenhum nível mais alto exige nada: não há o que alcançar acima.
explain-next-is = O próximo nível é { $level }.
explain-cell-floor = O piso não exige nada.
explain-cell-empty = O nível não exige nada aqui; vale o atendimento do próximo que exige algo.
explain-cell-above = O nível não exige nada aqui, nem os que ficam acima.

explain-unanswered-blocks = Uma pergunta sem resposta conta 0 e impede o nível.
explain-unanswered-zero = Uma pergunta sem resposta conta 0.
explain-unanswered-exclude = Uma pergunta sem resposta fica de fora.
explain-not-applicable-exclude = O que não se aplica fica de fora.
explain-not-applicable-zero = O que não se aplica conta 0.
explain-not-applicable-full = O que não se aplica conta como totalmente atendido.
explain-absence = Descreve uma ausência: nenhum nível a exige, e ela não aumenta nenhuma pontuação.
explain-met = Atendido como o nível exige: { $threshold }
explain-no-rating = Ninguém respondeu: não há o que avaliar.
explain-band = { $band ->
        [not] { $rating }: não passa de nenhum destes
       *[other] { $rating }: { $value } está acima de { $edge }
    }
explain-bands = Faixas da ISO/IEC 33020: acima de 15%, de 50% e de 85%.
explain-declared-level = A régua diz qual nível o exige.
explain-kpi-answers = Quem responde é a leitura de um indicador: o nível dele, como parcela do caminho da menor à maior pontuação.
explain-asked-for = pedido com --target
explain-by-reading = a leitura de “{ $kpi }”
explain-combined-median = Várias pessoas responderam: a mediana das respostas.
explain-combined-mean = Várias pessoas responderam: a média das respostas.
explain-combined-lowest = Várias pessoas responderam: a menor das respostas.
explain-agreed = Os respondentes chegaram a um acordo: vale o que foi acordado.
explain-spread-applies = Uns dizem que não se aplica, outros respondem: a distância é a escala inteira.
explain-spread-wide = Para discutir: respostas a duas opções de distância ou mais (em escala numérica, a metade dela), em extremos opostos da escala ou em desacordo sobre se a pergunta se aplica.
explain-spread-narrow = Não é para discutir: menos de duas opções de distância (em escala numérica, menos da metade dela).
explain-spread-weight = O peso é o do critério, vezes a parte que cabe à pergunta. As divergências são ordenadas por distância × peso; as que não entram em nenhum número vêm por último.
explain-latest = A leitura mais recente: { $period }.
explain-informs = Só informa: não tem faixas, ou nenhuma direção é melhor.
explain-outside-edges = Antes do primeiro limite e depois do último, o nível não muda.
explain-stale = sim
explain-fresh = não
explain-silence = Desatualizado depois de mais de { $limit } dias sem valor: { $days }, de { $since } a { $until }

explain-cycle-days = De { $first } a { $last }; posição em { $today }.
explain-no-weight = Nenhum objetivo tem peso.
explain-rolled-up = Cada resultado-chave conta de 0% a 100%; sem valor, conta 0%.
explain-worst-child = A pior situação entre os resultados-chave que têm peso.
explain-kind-increase = aumentar
explain-kind-decrease = reduzir
explain-kind-keep = manter
explain-kind-milestones = marcos
explain-kind-done = feito ou não
explain-kind-establish_baseline = primeira medição
explain-rule-kind-increase = O valor deve subir da linha de base até a meta.
explain-rule-kind-decrease = O valor deve cair da linha de base até a meta.
explain-rule-kind-keep = O valor deve ficar dentro da meta em cada período.
explain-rule-kind-milestones = Há etapas a cumprir, cada uma com seu peso.
explain-rule-kind-done = Está feito ou não está.
explain-rule-kind-establish_baseline = O valor deve ser medido pela primeira vez.
explain-baseline-value = Está declarada no plano.
explain-baseline-at = A leitura do dia ou período que o plano indica.
explain-baseline-frozen = Medida, e congelada por um check-in: leituras corrigidas depois não a mudam.
explain-baseline-first = A primeira leitura desde o início do ciclo.
explain-no-baseline-kind = Este tipo de resultado-chave não tem linha de base.
explain-kept-between = A manter entre { $bounds }.
explain-no-target-value = Ainda não há valor de meta, ou este tipo não tem.
explain-amended = Alterado em { $date }: { $reason }
explain-no-reading = Ainda não há valor.
explain-latest-value = O valor mais recente pela data.
explain-working-day = Um dia útil conta como { $length }.
explain-due = O último dia em que pode ser alcançado.
explain-kept = Em cada período o valor deve ser { $bounds }; um período sem valor conta como não atendido.
explain-kept-score = Em cada período a pontuação deve ser { $bounds }; uma pontuação vale até a próxima avaliação.
explain-period = { $first } a { $last }: { $value }
explain-lacks-baseline = Ainda não há valor de partida, ou não há caminho dele até a meta.
explain-expected-milestones = O peso dos marcos que já venceram.
explain-expected-done = Nada até { $last }; depois, tudo.
explain-expected-plan = Retas pelos valores do plano, de { $first } a { $last }.
explain-expected-time = A parcela do tempo de { $first } a { $last } que já passou; posição em { $today }.
explain-aspirational = O objetivo é aspiracional: exigem-se 70% do progresso esperado.
explain-test-closed = Encerrado em { $date } com este status
explain-test-dropped = Abandonado por uma alteração
explain-test-not-begun = Planejado até o ciclo começar, em { $date }
explain-test-reached = Alcançado a partir de 100%: o progresso é { $progress }
explain-test-kept = Alcançado quando mantido até o último dia, { $date }
explain-test-past = Não alcançado depois do último dia, { $date }
explain-test-early = Cedo para dizer enquanto o esperado está abaixo de { $bound }: é { $expected }
explain-test-worse = Em risco abaixo de 0%: o progresso é { $progress }
explain-test-paced = { $status ->
        [on_track] No ritmo
       *[behind] Atrasado, e não em risco,
    } a partir de { $bound }: progresso ÷ esperado = { $pace }
explain-no-flags = nenhum
explain-flag-regressed = Pior que no início, abaixo de 0%: o progresso é { $progress }
explain-flag-conflict = Confiança destoa dos números, com 8 ou mais em risco ou 3 ou menos no ritmo: { $confidence }, { $status }
explain-flag-drop = Confiança em queda de 2 ou mais: de { $before } para { $now }
explain-no-confidence = Nenhum check-in informa confiança.
explain-of-ten = { $confidence } de 10
explain-latest-confidence = O check-in mais recente que a informa.
explain-no-forecast = São precisos ao menos três valores de dias diferentes desde o início do ciclo, uma distância da linha de base à meta e dias restantes.
explain-forecast = { $value } ({ $progress })
explain-theil-sen = Uma reta de Theil e Sen: a mediana dos ritmos entre quaisquer dois valores.
explain-projection = Uma projeção dos valores até aqui para { $date }, não uma promessa.
explain-open = Ainda está aberto: recebe nota quando é encerrado.
explain-would-be = Encerrado hoje, receberia { $grade }: { explain-grade-band }.
explain-graded = Nota { $grade }: { explain-grade-band }.
explain-grade-band = { $band ->
        [red] vermelho
        [yellow] amarelo
       *[green] verde
    }. Vermelho até 0,3, amarelo de 0,4 a 0,6, verde a partir de 0,7
explain-closed = Encerrado em { $closed } com os números de { $as-of }: eles valem, digam o que disserem os arquivos desde então.
explain-moved = Pelos arquivos, hoje seria { $now }; vale o que foi encerrado.

explain-heading = O que se pode explicar em { $date }
explain-hint = regua explain <número> diz o porquê, por exemplo: regua explain { $example }
explain-none = Ainda não há o que explicar: nenhuma avaliação, nenhum ciclo.
explain-unknown = nenhum número se chama “{ $figure }”
explain-unknown-near = você quis dizer: { $near }?
explain-unknown-list = regua explain sem mais nada lista o que se pode explicar.
explain-ambiguous = “{ $figure }” pode ser qualquer um destes: { $near }
explain-weight = peso
explain-blocking = Impede o próximo nível
explain-why = Por quê?
explain-inputs = A partir de
explain-exactly = exatamente { $exact }
explain-holds = vale:
explain-holds-not = não vale:
