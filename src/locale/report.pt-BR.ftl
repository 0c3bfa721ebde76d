# As palavras do relatório. Toda chave começa com `report-`, para que nenhum outro arquivo tome o seu lugar. As chaves
# e variáveis são as mesmas de report.en.ftl.

## Frame

report-document-title = { $client }: maturidade, indicadores e OKRs
report-kicker = Maturidade, indicadores e OKRs
report-skip = Ir direto à síntese
report-theme = Claro / escuro
report-filter = Mostrar só respostas com
report-others = Outras medidas
report-others-result = Resultado
report-others-scale = de { $low } a { $high }
report-others-change = { $change } desde { $date }
report-others-strongest = Mais fortes
report-others-weakest = Mais fracos
report-why-figures = Como se chega a estes números
report-method-figures = Como se chegou a cada número
report-method-figures-lead = Fórmula, entradas e onde cada uma está escrita. Qualquer outro número se explica no terminal: regua explain com o nome dele.
report-statement = Enunciado
report-register = { $skill }: o que foi respondido
report-register-key = *: com evidência, citada no arquivo; –: sem resposta; ?: não se sabe; n/a: não se aplica.
report-register-unknown = ?
report-register-not_applicable = n/a
report-register-partial = ?
report-why-more = { $count ->
        [one] e mais 1 entrada
       *[other] e mais { $count } entradas
    }
report-line = Linha
report-answers-register = Cada resposta, com valor, peso e linha do arquivo, está no apêndice.
report-rubrics = { $count ->
        [one] Régua
       *[other] Réguas
    }
report-trend-text = { $count } leituras, de { $first } ({ $since }) a { $last } ({ $until }). A tabela de dados traz todas.
report-contents = Neste relatório
report-as-of = Posição em
report-assessed-on = { $count ->
    [one] Avaliação
   *[other] Avaliação
}
report-rubric-line = Régua, versão { $version }
report-framework-line = base: { $framework }
report-assessment-of = Avaliação de { $date }
report-prepared-by = Elaborado por
report-summary-title = Resumo
report-summary-criterion = Critério
report-summary-value = Atendido
report-summary-strong = Forte
report-summary-weak = Fraco
report-foot = Gerado com regua { $version }, posição em { $date }.
report-data-table = Dados em tabela

## Answer

report-answer-title = Em síntese
report-answer-nothing = Ainda não há avaliação, indicador nem ciclo de OKRs nesta pasta. O relatório ganha conteúdo a partir do primeiro registro.
report-answer-no-assessment = Ainda não há avaliação de maturidade; o que segue são indicadores e OKRs.
report-answer-no-cycle = Não há ciclo de OKRs registrado.
report-answer-no-level = Esta régua não atribui um nível ao conjunto; o resultado é a pontuação.
report-answer-level-none = Nenhum nível foi alcançado ainda.
report-answer-no-score = Ainda não há respostas que permitam uma pontuação.
report-answer-target-open = Meta: nível { $level } ({ $title }).
report-answer-first = Primeira avaliação com esta régua: ainda não há com o que comparar.
report-answer-target = Meta: nível { $level } ({ $title }) até { $date }.
report-answer-target-reached = Pela pontuação de práticas, { $progress } do caminho até a meta.
report-answer-target-profile = Nas dimensões com meta própria, { $progress } do caminho pela pontuação de práticas.
report-answer-target-held = A meta foi alcançada.
report-answer-target-past = Esse prazo já passou.
report-answer-target-blocked = A pontuação de práticas já bastaria, mas { $count ->
        [0] o nível ainda não foi alcançado.
        [one] { $count } critério ainda impede o nível.
       *[other] { $count } critérios ainda impedem o nível.
    }
report-answer-coverage = { $total ->
        [one] { $answered } de { $total } pergunta respondida
       *[other] { $answered } de { $total } perguntas respondidas
    }; cobertura de { $coverage } do peso aplicável.
report-answer-interval = Conforme o que falta responder, a pontuação de práticas ficaria entre { $low } e { $high }.
report-answer-no-outcome = Sem leitura de indicador com faixas, não há pontuação de resultados, e o índice é igual à de práticas.
report-answer-okrs = Situação dos resultados-chave
report-level-of = Nível de maturidade, de { $first } a { $top }
report-level-number = Nível { $level }
report-strengths = Pontos mais fortes
report-weaknesses = Pontos mais fracos
report-weaknesses-key = { $first ->
    [blocking] Antes o que impede o próximo nível, depois o resto, do menor valor ao maior.
   *[lowest] Do menor valor ao maior.
}
report-next-level = O que falta para o nível { $level }, { $title }
report-next-level-progress = { $progress } atendido. Ainda falta:
report-next-level-band = Ele começa na pontuação de práticas { $from }; da faixa atual, { $progress } já foram percorridos.
report-next-level-more = { $count ->
    [one] E mais { $count } critério.
   *[other] E mais { $count } critérios.
}
report-next-level-none-title = Próximo nível
report-next-level-none = O nível mais alto da régua já foi alcançado.
report-figures-caption = Números da avaliação
report-figure = Medida
report-figure-level = Nível
report-figure-practice = Práticas
report-figure-outcome = Resultados
report-figure-index = Índice
report-figure-coverage = Cobertura
report-figure-interval = Intervalo
report-now = Agora
report-change-exact = As variações são dos números exatos: as dos arredondados podem diferir em uma unidade na última casa.
report-change = Variação
report-ruler-title-levels = { $rubric }: pontuações na escala de níveis
report-ruler-title-answers = { $rubric }: pontuações na escala das respostas
report-ruler-text = Práticas { $practice }; resultados { $outcome }; índice { $index }.
report-ruler-text-alone = Práticas { $practice }.
report-ruler-key = Faixa clara: intervalo possível das práticas.
report-ruler-key-previous = Círculo vazado: { $date }.
report-ruler-key-target = Losango: meta.

## Dimensions

report-dimensions-title = Maturidade por dimensão
report-dimensions-none = Esta régua não tem dimensões.
report-dimensions-table = Níveis e pontuações por dimensão
report-dimensions-table-scores = Pontuações por dimensão
report-dimension = Dimensão
report-level-before = Nível anterior
report-level-target = Meta de nível
report-practice-before = Práticas, antes
report-maximum = Máximo
report-weight = Peso
report-held = alcançado
report-radar-heading = Pontuação de práticas
report-radar-title = { $rubric }: pontuação de práticas por dimensão
report-radar-key = Área e linha cheia: esta avaliação.
report-radar-key-centre = O centro vale { $floor }.
report-radar-key-previous = Tracejado: { $date }.
report-bars-key = Círculo cheio: esta avaliação.
report-bars-key-previous = Vazado: { $date }.
report-radar-key-target = Losango: meta de nível.
report-chart-of-maximum = de { $maximum }
report-heatmap-heading = Quanto de cada nível já se cumpre
report-heatmap-title = { $rubric }: atendimento por dimensão e nível
report-heatmap-text = Quanto de cada nível cada dimensão já atende. Os mesmos valores estão na tabela de dados.
report-heatmap-key-held = Contorno e sinal de visto: nível alcançado na dimensão.
report-heatmap-key = Hachura: a dimensão não define esse nível. Em branco: acima do último nível que ela define.
report-heatmap-floor = piso
report-cell-floor = piso
report-cell-empty = não definido
report-cell-above = acima do último
report-levels-legend = O que significa cada nível
report-level-from = pontuação de práticas a partir de { $from }
report-level-below = pontuação de práticas abaixo de { $to }

## Criteria

report-criteria-title = Critérios, respostas e evidências
report-criteria = Critérios
report-by-reading = { $value }, a leitura de “{ $kpi }”
report-contradictions = Respostas que não se sustentam
report-unshown = Respostas sem a evidência que exigem
report-contradiction = { $kind ->
        [absence_against_presence] “{ $one }”: { $own }. No entanto, “{ $other }” está atendido ({ $against }).
        [absence_against_presence_agreed] O que foi acordado contradiz as respostas dos respondentes. “{ $one }”: { $own }. No entanto, “{ $other }” está atendido: { $against }.
        [absence_against_presence_by] “{ $one }”: { $own }. No entanto, pelas respostas da mesma pessoa, “{ $other }” está atendido.
        [absence_against_presence_together] No conjunto, as respostas se contradizem. “{ $one }”: { $own }. No entanto, “{ $other }” está atendido ({ $against }). Nenhum respondente se contradiz; a contradição só existe no conjunto.
        [conflicting_answers_agreed] O que foi acordado contradiz as respostas dos respondentes. “{ $one }”: { $own }. “{ $other }”: { $against }.
        [conflicting_answers_together] No conjunto, as respostas se contradizem. “{ $one }”: { $own }. “{ $other }”: { $against }. Nenhum respondente se contradiz; a contradição só existe no conjunto.
        [kpi_denies_answer] “{ $one }”: { $own }. A leitura de “{ $other }” é { $against }, o que equivale a “{ $worth }”.
        [evidence_missing] “{ $one }”: { $own }. Exige evidência, e nenhuma foi apresentada.
        [evidence_stale] “{ $one }”: { $own }. Todas as evidências são mais antigas do que a régua permite.
       *[conflicting_answers] “{ $one }”: { $own }. “{ $other }”: { $against }.
    }
report-respondents = Respondentes
report-respondent = Respondente
report-respondents-median = { $count ->
    [one] Uma pessoa respondeu.
   *[other] { $count } pessoas responderam. Em cada pergunta vale a mediana dos valores.
}
report-respondents-mean = { $count ->
    [one] Uma pessoa respondeu.
   *[other] { $count } pessoas responderam. Em cada pergunta vale a média dos valores.
}
report-respondents-lowest = { $count ->
    [one] Uma pessoa respondeu.
   *[other] { $count } pessoas responderam. Em cada pergunta vale o menor dos valores.
}
report-respondents-consensus = Definidas por consenso: { $total ->
        [one] { $agreed } de { $total } pergunta
       *[other] { $agreed } de { $total } perguntas
    }.
report-consensus = Consenso
report-answered-of = { $answered } de { $asked }
report-discussion = Para discutir
report-discussion-lead = Respostas a duas opções de distância ou mais (em escala numérica, a metade dela), em extremos opostos da escala ou em desacordo sobre se a pergunta se aplica. Primeiro as maiores divergências nas perguntas de maior peso; por último, o que não entra em nenhum número.
report-closer = Diferenças menores
report-apart-applies = Aplica-se ou não
report-apart-ends = Extremos opostos
report-apart-choices = { $count ->
    [one] Uma opção de distância
   *[other] { $count } opções de distância
}
report-apart-share = { $spread } da escala de distância
report-settled-not = Vale: { $answer }
report-settled-consensus = Consenso: { $answer }
report-settled-kpi = Um indicador responde
report-answers-line = { $total ->
    [one] { $answered } de { $total } pergunta respondida.
   *[other] { $answered } de { $total } perguntas respondidas.
}
report-answers-rest = Não se sabe: { $unknown }. Não se aplica: { $not_applicable }. Sem resposta: { $unanswered }.
report-answer-before = Antes: { $answer }
report-reason = Motivo:
report-evidence = { $count ->
    [one] Evidência:
   *[other] Evidências:
}
report-evidence-absent = arquivo não encontrado
report-evidence-missing = Falta a evidência exigida
report-absence-not = Não ocorre
report-absence-partially = Ocorre em parte
report-absence-largely = Ocorre em boa parte
report-absence-fully = Ocorre
report-absence = descreve uma ausência; não conta para o nível
report-rating-fully = Totalmente
report-rating-largely = Largamente
report-rating-partially = Parcialmente
report-rating-not = Não atendido
report-rating-none = Sem conceito
report-state-answered = Respondida
report-answered = Respondidas
report-state-partial = Respondida em parte
report-state-unknown = Não se sabe
report-state-unanswered = Sem resposta
report-state-not_applicable = Não se aplica

## KPIs

report-kpis-title = Indicadores
report-kpi = Indicador
report-trend-key = Fundo: faixas que correspondem a cada nível. Tracejado: meta do resultado-chave. Interrupção na linha: período sem leitura. O eixo vertical pode não começar em zero.
report-trend-title = { $kpi }: evolução
report-trend-target = meta { $value }
report-trend-shown = Leituras mostradas: { $shown } de { $total }, as mais recentes.
report-kpi-formula = Fórmula
report-kpi-clock = Contagem do tempo
report-kpi-population = O que entra
report-kpi-no-reading = Ainda sem leitura.
report-kpi-informative = Informativo, sem nível
report-kpi-no-bands = Sem faixas de nível
report-kpi-since = desde { $period }
report-kpi-own-target = Meta de { $value }{ $date ->
        [none] {""}
       *[other] {" "}até { $date }
    }{ $reached ->
        [yes] {": alcançada"}
        [no] {": ainda não alcançada"}
       *[unclear] {""}
    }
report-kpi-target = Meta { $value } até { $date }{ $reached ->
        [yes] {": alcançada"}
        [no] {": não alcançada"}
       *[unclear] {""}
    }
report-better = melhor
report-worse = pior
report-segments = Por segmento, { $period }
report-segment = Segmento
report-sample = Amostra
report-period = Período
report-value = Valor
report-no-reading = sem leitura

## Plano

report-plan-title = Plano de evolução
report-plan-target = Rumo à meta
report-plan-target-by = Rumo à meta, até { $date }
report-plan-no-target = Não há meta definida com que comparar; segue o que faz subir o nível.
report-plan-no-target-score = Não há meta definida com que comparar; segue o que faz subir a pontuação.
report-plan-whole = No conjunto
report-plan-goal = do nível { $held } para o nível { $level }, { $title }.
report-plan-goal-score = de { $held } para o nível { $level }, { $title }.
report-plan-goal-open = nível { $level }, { $title }.
report-plan-goal-reached = nível { $level }, { $title }: alcançado{ $now ->
    [higher] {" "}(hoje, nível { $held }).
   *[same] .
}
report-plan-held-with = Ali não há nada a cumprir; quem decide é o nível { $level }.
report-plan-tops-out = Nada a cumprir acima do nível { $level }.
report-plan-asks-nothing = Ainda nada a cumprir.
report-plan-blocking = O que falta
report-plan-blocking-key = Em ordem de peso × lacuna: vem primeiro o que mais move a pontuação.
report-plan-blocking-none = Não falta nenhum critério.
report-criterion = Critério
report-gap = Lacuna
report-priority = Peso × lacuna
report-plan-way = Caminho mais curto até o nível { $level }, { $title }: { $count ->
    [one] { $count } resposta
   *[other] { $count } respostas
}
report-plan-then = para
report-plan-after = Com isso: nível { $level }, { $bound ->
    [least] práticas ao menos { $practice }, índice ao menos { $index }
   *[exact] práticas { $practice }, índice { $index }
}.
report-plan-way-key = Nenhuma combinação menor de respostas leva até lá, e nenhuma destas pode ser mais baixa.
report-plan-barred = Nível { $level }, { $title }: só com respostas não se chega lá
report-plan-barred-key = Impedem, por dependerem de indicador ou não se aplicarem:
report-plan-dimensions = Caminho mais curto em cada dimensão
report-plan-from-to-level = Nível
report-plan-answers = Respostas
report-plan-single = O que mudaria com uma só resposta
report-plan-change = De → para
report-plan-single-first = { $shown } de { $total } respostas: as que mais fariam diferença.

## OKRs

report-okrs-title = OKRs
report-bar-key = Barra: progresso, da linha de base (0%) à meta (100%). Traço com ponta: progresso esperado nesta data. No gráfico de linha, do início do ciclo ao prazo: traço contínuo na linha de base, pontilhado na meta.
report-cycle-key = Barra: progresso, da linha de base (0%) à meta (100%). Traço com ponta: progresso esperado nesta data.
report-cycle-title = { $cycle }: progresso e esperado
report-cycle-columns = progresso / esperado
report-cycle-line = De { $start } a { $end }; { $elapsed } do prazo decorrido.
report-cycle-progress = Progresso médio: { $progress }.
report-cycle-closed = Encerrado em { $closed } com os números de { $day }.
report-goes-on = continua { $name }
report-retrospective = O que aprendemos:
report-grade = Nota { $grade } ({ $band ->
    [red] vermelho
    [yellow] amarelo
   *[green] verde
})
report-status-rule = Status dos resultados-chave pela regra de ritmo 90/70: progresso ÷ esperado.
report-grade-word = Nota
report-method-grade-text = Progresso de 0 a 1, arredondado para uma casa decimal, meio para cima, quando o ciclo é encerrado, e só então em faixas: vermelho até 0,3, amarelo de 0,4 a 0,6, verde a partir de 0,7. Daí em diante os números valem, seja o que for que se leia ou corrija depois. Um objetivo que é compromisso precisa de 1,0.
report-cycle-empty = Nenhum objetivo neste ciclo.
report-objective-empty = Nenhum resultado-chave neste objetivo.
report-objective = Objetivo
report-key-result = Resultado-chave
report-baseline = Linha de base
report-target = Meta
report-progress = Progresso
report-expected = Esperado
report-expected-short = esperado { $expected }
report-status = Situação
report-commitment-met = Compromisso cumprido
report-commitment-missed = Compromisso não cumprido
report-retrospective-owed = Falta registrar o que se aprendeu com ele.
report-ambition-committed = Compromisso
report-ambition-aspirational = Aspiração
report-ambition-learning = Aprendizado
report-improves = Melhora: { $dimension }
report-measured = { $measured } de { $active } medidos
report-deliverable = Entrega: { $text }
report-figures-from = fonte: { $text }
report-from-to = de { $baseline } para { $target }
report-to = meta { $target }
report-kept = { $bounds ->
    [least] mantido em { $value } ou mais
    [most] mantido em { $value } ou menos
   *[between] mantido entre { $value } e { $high }
} em { $met } de { $passed } { $unit ->
    [day] { $passed ->
            [one] dia
           *[other] dias
        }
    [week] { $passed ->
            [one] semana
           *[other] semanas
        }
    [fortnight] { $passed ->
            [one] quinzena
           *[other] quinzenas
        }
    [month] { $passed ->
            [one] mês
           *[other] meses
        }
    [quarter] { $passed ->
            [one] trimestre
           *[other] trimestres
        }
    [half] { $passed ->
            [one] semestre
           *[other] semestres
        }
    [year] { $passed ->
            [one] ano
           *[other] anos
        }
   *[period] { $passed ->
            [one] período
           *[other] períodos
        }
}
report-kept-but = { $kept }; fora em { $periods }{ $more ->
    [0] { "" }
    [one] { " " }e em mais { $more } anterior
   *[other] { " " }e em mais { $more } anteriores
}
report-kept-lapse = { $measured ->
    [yes] { $period } ({ $value })
   *[no] { $period } (sem leitura)
}
report-kept-not-yet = a manter { $bounds ->
    [least] em { $value } ou mais
    [most] em { $value } ou menos
   *[between] entre { $value } e { $high }
}; nenhum período terminou ainda
report-due-word = Prazo
report-due = até { $date }
report-on-date = em { $date }
report-confidence = Confiança { $confidence } de 10
report-forecast = { $reaches ->
    [yes] Nesse ritmo, alcança a meta no prazo: { $value } ({ $progress })
   *[no] Projeção no prazo: { $value } ({ $progress })
}
report-forecast-paces = { $reaches ->
    [yes] Nesse ritmo, alcança a meta no prazo: { $value } ({ $progress }), a { $observed } por dia
    [held] Projeção no prazo: { $value } ({ $progress }), a { $observed } por dia
   *[no] Projeção no prazo: { $value } ({ $progress }), a { $observed } por dia; a meta pede { $required } por dia
}
report-milestone-done = concluído
report-flags = Alertas
report-flag-regressed = Pior que no início
report-flag-stale = Leitura desatualizada
report-flag-confidence_conflict = Confiança destoa dos números
report-flag-confidence_drop = Confiança em queda
report-status-planned = Planejado
report-status-no_data = Sem dados
report-status-no_baseline = Sem linha de base
report-status-on_track = No ritmo
report-status-behind = Atrasado
report-status-at_risk = Em risco
report-status-achieved = Alcançado
report-status-missed = Não alcançado
report-status-dropped = Abandonado
report-counts-key-results = Resultados-chave:
report-count-grade = { $band ->
    [none] sem nota
    [red] com nota vermelha
    [yellow] com nota amarela
   *[green] com nota verde
}
report-count-planned = { $count ->
    [one] planejado
   *[other] planejados
}
report-count-no_data = { $count ->
    [one] sem dados
   *[other] sem dados
}
report-count-no_baseline = { $count ->
    [one] sem linha de base
   *[other] sem linha de base
}
report-count-on_track = { $count ->
    [one] no ritmo
   *[other] no ritmo
}
report-count-behind = { $count ->
    [one] atrasado
   *[other] atrasados
}
report-count-at_risk = { $count ->
    [one] em risco
   *[other] em risco
}
report-count-achieved = { $count ->
    [one] alcançado
   *[other] alcançados
}
report-count-missed = { $count ->
    [one] não alcançado
   *[other] não alcançados
}
report-count-dropped = { $count ->
    [one] abandonado
   *[other] abandonados
}
report-sparkline-text = { $readings ->
    [one] Uma leitura: { $last }
   *[other] { $readings } leituras, de { $first } a { $last }
}

## Service levels

report-service-levels-title = Níveis de serviço
report-service-levels-lead = Cumprimento = casos cumpridos ÷ (cumpridos + descumpridos). Um caso atrasado conta como descumprido, e também o que segue aberto depois do prazo (vencido). Onde nada venceu, não há percentual.
report-goal = Meta { $goal }
report-goal-met = Meta cumprida
report-goal-missed = Meta não cumprida
report-goal-nothing_due = Sem dados: nada a vencer
report-goal-no_reading = Sem dados: sem leitura
report-kept-met = cumprida
report-kept-missed = não cumprida
report-kept-nothing_due = nada a vencer
report-window-day = por dia
report-window-week = por semana
report-window-month = por mês
report-window-quarter = por trimestre
report-window-own = período de cada leitura
report-about-kpi = Indicador: { $kpi }
report-met = Casos cumpridos
report-breached = Casos descumpridos
report-overdue = Deles, vencidos
report-windows = { $title }: por período

## What serves another rubric

report-supports = Sustenta
report-supports-line = Sustenta { $dimension }
report-served-heading = O que sustenta em { $rubric }
report-served-key = Cada linha diz qual dimensão sustenta. As mais fracas vêm primeiro; a pontuação ao lado da dimensão é a da avaliação dela.
report-served-score = Pontuação dela, { $date }
report-served-level = Nível dela, { $date }
report-served-answered = Respondidas
report-served-weakest = As mais fracas
report-served-all = Tudo o que sustenta { $dimension }, da mais fraca à mais forte
report-served-none-weak = nenhuma: tudo em vigor por completo

## People

report-people-title = Pessoas
report-people-grid = Nível atingido, do nível que o papel pede
report-people-no-role = Sem papel
report-people-chart-text = Uma linha por pessoa, uma coluna por competência: o nível atingido, o nível que o papel pede e o que falta. Os mesmos valores estão na tabela de dados.
report-people-chart-key = Cada célula: nível atingido / nível pedido. ✓ atinge; −1 falta um nível; ✗ não atinge nenhum nível; ? ainda não avaliado. Só o número: avaliado sem que o papel peça; ponto: nem um nem outro.
report-people-gap = lacuna { $gap }
report-people-not-rated = não avaliado
report-people-met = atinge
report-people-fit-partly = { $rated } de { $asked } avaliadas
report-people-each = Pessoa a pessoa
report-people-fine = Atinge o que o papel pede.
report-people-nothing-asked = Nenhum papel lhe pede competências.
report-people-compared = Autoavaliação ao lado da avaliação de outra pessoa
report-people-own = Autoavaliação
report-people-other = A avaliação que vale
report-people-comparison = A própria diante dela
report-people-own-same = igual
report-people-own-higher = a própria é mais alta
report-people-own-lower = a própria é mais baixa
report-rater-self = autoavaliação
report-rater-manager = gestor
report-rater-assessor = avaliador
report-rater-none = avaliação
report-skill = Competência
report-team-title = Cobertura da equipe
report-team-covered = { $held } de { $count }
report-team-hold = Atingem, dos que precisam
report-team-held-by = Todos os que atingem
report-team-risk = Risco
report-ratings-title = Avaliações de pessoas
report-rating-by = Avaliada por
report-rating-answers = As respostas
report-rating-file = Arquivo
report-method-held = Nível de uma pessoa
report-method-fit-text = 1 − Σ max(pedido − atingido, 0) ÷ Σ pedido, nas competências que o papel pede e que foram avaliadas.

## Method

report-method-title = Método
report-method-lead = Todo número deste relatório é calculado a partir dos arquivos listados ao final desta seção, com frações exatas e um único arredondamento, na apresentação (0,5 arredonda para cima; o nível de um indicador, nunca até o próximo inteiro).
report-method-maturity = Maturidade
report-method-value = Valor de um critério
report-method-value-text = Média das suas perguntas, ponderada pelo peso de cada uma, entre 0% e 100%.
report-method-states = Respostas ausentes
report-method-states-text = “Sem resposta”, “não se sabe” e “não se aplica” são situações distintas. O que não se aplica vem com motivo e, salvo regra da régua em contrário, fica fora da conta; o que falta responder reduz a cobertura e alarga o intervalo.
report-method-respondents-text = Quando várias pessoas respondem, os valores de cada pergunta viram um só: a mediana (com número par, o ponto médio dos dois do meio), a média ou o menor. Quem não deu um valor não entra na conta. O que foi acordado vale em lugar do que cada um disse.
report-method-level-text = O nível mais alto admitido pela regra da régua, que fixa quantos critérios de cada nível precisam atingir o limiar e se os níveis abaixo também são exigidos. Critérios que descrevem uma ausência nunca contam. Cada dimensão tem o próprio nível; o do conjunto considera todos os critérios.
report-rule-cumulative = A regra é cumulativa: um nível só é alcançado se ele e todos os anteriores forem atendidos.
report-rule-highest = Vale o nível mais alto que for atendido, mesmo que falte algum abaixo.
report-rule-banded = O nível vem da pontuação de práticas: cada nível tem a sua faixa de pontuação e não exige nada de um critério isolado.
report-rule-bands = Onde começam as faixas:
report-rule-band = nível { $level } ({ $title }) em { $from }
report-rule-band-floor = Abaixo da primeira vale o nível { $level } ({ $title }).
report-rule-decimals = { $decimals ->
    [0] Antes da comparação, a pontuação é arredondada para um número inteiro (0,5 para cima).
    [one] Antes da comparação, a pontuação é arredondada para uma casa decimal (a metade, para cima).
   *[other] Antes da comparação, a pontuação é arredondada para { $decimals } casas decimais (a metade, para cima).
}
report-rule-none = Esta régua não atribui níveis.
report-met-partially = mais de { $share } (parcialmente)
report-met-largely = mais de { $share } (largamente)
report-met-fully = mais de { $share } (totalmente)
report-met-value = pelo menos { $share }
report-rule-all = Um nível é atendido quando cada um dos seus critérios tem { $met_at }.
report-rule-any = Um nível é atendido quando ao menos um dos seus critérios tem { $met_at }.
report-rule-share = Um nível é atendido quando ao menos { $share } dos seus critérios têm { $met_at }.
report-rule-lower = Nos níveis abaixo, o critério precisa de { $met_at }.
report-rule-unanswered-blocks = Um critério sem resposta impede o nível.
report-rule-unanswered-zero = Um critério sem resposta vale zero.
report-rule-unanswered-exclude = Um critério sem resposta fica fora da conta.
report-rule-not_applicable-exclude = O que não se aplica fica fora da conta.
report-rule-not_applicable-zero = O que não se aplica vale zero.
report-rule-not_applicable-full = O que não se aplica vale como atendido.
report-method-practice-text = O piso da escala mais a parte atendida de cada nível acima dele, somadas. Se uma dimensão não define um nível, vale ali o atendimento do nível seguinte que ela define; acima do último que define, ela não pontua, e o seu máximo é mostrado.
report-method-practice-answers = A média dos critérios, ponderada pelo peso de cada um, na escala das respostas: de { $bottom } a { $top }.
report-rule-aggregate-mean = A pontuação do conjunto é a média das pontuações das dimensões, ponderada pelo peso de cada uma.
report-rule-aggregate-sum = A pontuação do conjunto é a soma das pontuações das dimensões.
report-rule-aggregate-min = A pontuação do conjunto é a menor entre as das dimensões.
report-rule-aggregate-max = A pontuação do conjunto é a maior entre as das dimensões.
report-rule-aggregate-median = A pontuação do conjunto é a mediana das pontuações das dimensões.
report-method-outcome-text = Média ponderada dos níveis dos indicadores. As faixas dizem onde começa cada nível; dentro da faixa, o valor é proporcional. A avaliação mais recente usa as leituras até o dia deste relatório; uma anterior, as leituras até a própria data.
report-method-both-text = Um indicador que responde a uma pergunta conta nas duas: nas práticas, pela pergunta; nos resultados, pelo seu nível.
report-method-index-text = Combina práticas e resultados; os resultados pesam { $weight }.
report-method-index-formula = (1 − { $weight }) × { $practice } + { $weight } × { $outcome } = { $index }
report-method-index-alone = Sem leitura de indicador com faixas, o índice é igual à pontuação de práticas.
report-method-index-banded = O índice é a pontuação de práticas: os níveis dos indicadores ficam em outra escala, e a média deles aparece ao lado.
report-method-coverage-text = Peso das perguntas respondidas dividido pelo peso das aplicáveis.
report-method-interval-text = A pontuação de práticas com toda pergunta sem resposta no pior e no melhor valor possível.
report-method-target-text = 1 − Σ máx(meta − pontuação; 0) ÷ Σ meta, sobre as dimensões que têm meta, com a pontuação de práticas de cada uma; sem elas, sobre o conjunto. Superar a meta não soma pontos.
report-method-target-bands = Quando o nível vem de faixas de pontuação, a meta é a pontuação em que o nível começa.
report-method-ratings = Conceitos
report-method-ratings-text = Até 15%: não atendido. Acima de 15% e até 50%: parcialmente. Acima de 50% e até 85%: largamente. Acima de 85%: totalmente. São as faixas da ISO/IEC 33020.
report-method-sources = Réguas utilizadas
report-rubric = Régua
report-rubric-version = Versão
report-framework = Modelo de referência
report-kpi-weight = Peso dos indicadores
report-notice = Aviso
report-method-bands = Faixas dos indicadores
report-method-bands-text = O valor em que começa cada nível. Antes da primeira faixa vale o piso da escala.
report-bands = Início de cada nível
report-direction = Direção
report-direction-higher = Maior é melhor
report-direction-lower = Menor é melhor
report-direction-range = Dentro de uma faixa
report-direction-none = Informativo
report-band-from-higher = a partir de { $value }
report-band-from-lower = até { $value }
report-band-from-range = limite { $value }
report-band-from-none = { $value }
report-source = Fonte
report-method-okrs = OKRs
report-method-progress-text = (valor − linha de base) ÷ (meta − linha de base), com a última leitura até a data deste relatório. Aparece como é, mesmo abaixo de 0% ou acima de 100%.
report-method-expected-text = A parte do prazo já decorrida, ou o plano de valores com datas, quando há um. Com marcos, o peso dos que já venceram; em resultados do tipo feito ou não feito, zero até o prazo.
report-method-status-text = Progresso ÷ esperado: a partir de 0,9, no ritmo; a partir de 0,7, atrasado; abaixo disso, em risco. Enquanto o esperado está abaixo de 10%, só um retrocesso tira um resultado do ritmo. Com 100% de progresso, alcançado (o que é para manter, só no último dia); passado o prazo sem isso, não alcançado.
report-method-aspirational-text = Em objetivo aspiracional, o esperado é multiplicado por 0,7.
report-method-objective-text = Média dos resultados-chave ativos, ponderada pelo peso, cada um limitado entre 0% e 100%. Sem dados conta zero, e o objetivo mostra quantos foram medidos. A situação é a pior entre os resultados com peso.
report-method-flags-text = Pior que no início: progresso abaixo de zero. Leitura desatualizada: mais antiga que 1,5 vez a frequência. Confiança destoa dos números: 8 ou mais em risco, ou 3 ou menos no ritmo. Confiança em queda: dois pontos ou mais desde o check-in anterior.
report-method-files = Arquivos lidos
report-method-files-text = { $count ->
    [0] Nenhum arquivo foi lido.
    [one] Um arquivo:
   *[other] { $count } arquivos:
}

## Appendix

report-appendix-title = Apêndice: todas as respostas
report-appendix-lead = O identificador leva à pergunta; o lugar indica arquivo e linha em que a resposta está escrita.
report-question = Pergunta
report-answer = Resposta
report-state = Situação da resposta
report-place = Lugar
report-why = { $name } { $shown }: por quê?

## O que moveu o índice

report-moved-heading = { $figure ->
    [practice] O que moveu a pontuação de práticas
   *[index] O que moveu o índice
}
report-moved-title = { $figure ->
    [practice] { $rubric }: o que moveu a pontuação de práticas desde { $date }
   *[index] { $rubric }: o que moveu o índice desde { $date }
}
report-moved-text = De { $start } a { $end }.
report-moved-key = Cada barra começa onde termina a de cima: para a direita, ela eleva o resultado; para a esquerda, reduz. As respostas são trocadas uma a uma, na ordem da régua, e depois as leituras; cada uma vale pelo que a sua troca altera.
report-moved-others-answers = { $answers ->
    [one] 1 outra resposta
   *[other] Outras { $answers } respostas
}
report-moved-others-kpis = { $kpis ->
    [one] 1 outro indicador
   *[other] Outros { $kpis } indicadores
}
report-moved-others-both = { $answers ->
    [one] Demais: 1 resposta
   *[other] Demais: { $answers } respostas
} e { $kpis ->
    [one] 1 indicador
   *[other] { $kpis } indicadores
}
report-moved-what = O que mudou
report-moved-from = Antes
report-moved-to = Agora
report-moved-delta = Efeito
report-moved-after = Resultado
report-moved-answers = { $count ->
    [one] 1 resposta
   *[other] { $count } respostas
}
report-moved-new = { $kpi } (novo nos resultados)
report-moved-reading = leitura do indicador
