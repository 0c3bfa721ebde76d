# Every word of the report. The keys and variables are the same as in report.en.ftl.

## Frame

document-title = { $organisation }: maturidade, indicadores e OKRs
kicker = Maturidade, indicadores e OKRs
skip = Ir direto à síntese
contents = Neste relatório
as-of = Posição em
assessed-on = { $count ->
    [one] Avaliação
   *[other] Avaliação
}
rubric-line = Régua, versão { $version }
framework-line = base: { $framework }
foot = Gerado com regua { $version }, posição em { $date }.
data-table = Dados em tabela

## Answer

answer-title = Em síntese
answer-nothing = Ainda não há avaliação, indicador nem ciclo de OKRs nesta pasta. O relatório ganha conteúdo a partir do primeiro registro.
answer-no-assessment = Ainda não há avaliação de maturidade; o que segue são indicadores e OKRs.
answer-no-cycle = Não há ciclo de OKRs registrado.
answer-no-level = Esta régua não atribui um nível ao conjunto; o resultado é a pontuação.
answer-first = Primeira avaliação com esta régua: ainda não há com o que comparar.
answer-target = Meta: nível { $level } ({ $title }) até { $date }.
answer-coverage = { $answered } de { $total } perguntas respondidas; cobertura de { $coverage } do peso aplicável.
answer-interval = Conforme o que falta responder, a pontuação de práticas ficaria entre { $low } e { $high }.
answer-no-outcome = Sem leitura de indicador com faixas, não há pontuação de resultados, e o índice é igual à de práticas.
answer-okrs = Situação dos resultados-chave
level-of = Nível de maturidade, até { $top }
level-number = Nível { $level }
strengths = Pontos mais fortes
weaknesses = Pontos mais fracos
next-level = O que falta para o nível { $level }, { $title }
next-level-progress = { $progress } do nível já atendido. Bloqueiam:
next-level-more = { $count ->
    [one] E mais { $count } critério.
   *[other] E mais { $count } critérios.
}
next-level-none-title = Próximo nível
next-level-none = O nível mais alto da régua já foi alcançado.
figures-caption = Números da avaliação
figure = Medida
figure-level = Nível
figure-practice = Práticas
figure-outcome = Resultados
figure-index = Índice
figure-coverage = Cobertura
figure-interval = Intervalo
now = Agora
change = Variação
ruler-title = { $rubric }: pontuações na escala de níveis
ruler-text = Práticas { $practice }; resultados { $outcome }; índice { $index }.
ruler-key = Faixa clara: intervalo possível das práticas.
ruler-key-previous = Círculo vazado: { $date }.
ruler-key-target = Losango: meta.

## Dimensions

dimensions-title = Maturidade por dimensão
dimensions-none = Esta régua não tem dimensões.
dimensions-table = Níveis e pontuações por dimensão
dimension = Dimensão
level-before = Nível anterior
level-target = Nível-meta
practice-before = Práticas, antes
maximum = Máximo
weight = Peso
held = atingido
radar-heading = Pontuação de práticas
radar-title = { $rubric }: pontuação de práticas por dimensão
radar-key = Área e linha cheia: esta avaliação. O centro vale { $floor }.
radar-key-previous = Tracejado ou vazado: { $date }.
radar-key-target = Losango: nível-meta.
chart-of-maximum = de { $maximum }
heatmap-heading = Atendimento de cada nível
heatmap-title = { $rubric }: atendimento por dimensão e nível
heatmap-text = Quanto de cada nível cada dimensão já atende. Os mesmos valores estão na tabela de dados.
heatmap-key = Contorno e sinal de visto: nível atingido na dimensão. Hachura: a dimensão não define esse nível. Em branco: acima do último nível que ela define.
heatmap-floor = base
cell-floor = base
cell-empty = não definido
cell-above = acima do último
levels-legend = O que significa cada nível

## Criteria

criteria-title = Critérios, respostas e evidências
answers-line = { $total ->
    [one] { $answered } de { $total } pergunta respondida.
   *[other] { $answered } de { $total } perguntas respondidas.
}
answers-rest = Não se sabe: { $unknown }. Não se aplica: { $not_applicable }. Sem resposta: { $unanswered }.
answer-before = Antes: { $answer }
reason = Motivo:
evidence = { $count ->
    [one] Evidência:
   *[other] Evidências:
}
evidence-missing = Falta a evidência exigida
guidance = Como responder
absence = descreve uma ausência; não conta para o nível
rating-fully = Totalmente
rating-largely = Em grande parte
rating-partially = Parcialmente
rating-not = Não atendido
rating-none = Sem avaliação
state-answered = Respondida
state-partial = Respondida em parte
state-unknown = Não se sabe
state-unanswered = Sem resposta
state-not_applicable = Não se aplica

## KPIs

kpis-title = Indicadores
trend-key = Fundo: faixas que correspondem a cada nível. Tracejado: meta de resultado-chave. Interrupção na linha: período sem leitura. O eixo vertical pode não começar em zero.
trend-title = { $kpi }: evolução
trend-target = meta { $value }
kpi-no-reading = Ainda sem leitura.
kpi-informative = Informativo, sem nível
kpi-no-bands = Sem faixas de nível
kpi-since = desde { $period }
kpi-target = Meta { $value } até { $date }
better = melhor
worse = pior
segments = Por segmento, { $period }
segment = Segmento
sample = Amostra
period = Período
value = Valor
no-reading = sem leitura

## OKRs

okrs-title = OKRs
bar-key = Barra: progresso, da linha de base (0%) ao alvo (100%). Traço com ponta: progresso esperado nesta data. No gráfico de linha, do início do ciclo ao prazo: traço contínuo na linha de base, pontilhado no alvo.
cycle-key = Barra: progresso, da linha de base (0%) ao alvo (100%). Traço com ponta: progresso esperado nesta data.
cycle-title = { $cycle }: progresso e esperado
cycle-columns = progresso / esperado
cycle-line = De { $start } a { $end }; { $elapsed } do prazo decorrido.
cycle-progress = Progresso médio: { $progress }.
cycle-empty = Nenhum objetivo neste ciclo.
objective-empty = Nenhum resultado-chave neste objetivo.
objective = Objetivo
key-result = Resultado-chave
baseline = Linha de base
target = Alvo
progress = Progresso
expected = Esperado
expected-short = esperado { $expected }
status = Situação
ambition-committed = Compromisso
ambition-aspirational = Aspiração
ambition-learning = Aprendizado
improves = Melhora: { $dimension }
measured = { $measured } de { $active } medidos
deliverable = Entrega: { $text }
from-to = de { $baseline } para { $target }
to = alvo { $target }
due-word = Prazo
due = até { $date }
on-date = em { $date }
confidence = Confiança { $confidence } de 10
forecast = Projeção no prazo: { $value } ({ $progress })
forecast-word = Projeção
milestone-done = concluído
flags = Alertas
flag-regressed = Pior que na partida
flag-stale = Leitura desatualizada
flag-confidence_conflict = Confiança destoa dos números
flag-confidence_drop = Confiança em queda
status-planned = Planejado
status-no_data = Sem dados
status-no_baseline = Sem linha de base
status-on_track = No ritmo
status-behind = Atrasado
status-at_risk = Em risco
status-achieved = Alcançado
status-missed = Não alcançado
status-dropped = Abandonado
count-planned = { $count ->
    [one] planejado
   *[other] planejados
}
count-no_data = { $count ->
    [one] sem dados
   *[other] sem dados
}
count-no_baseline = { $count ->
    [one] sem linha de base
   *[other] sem linha de base
}
count-on_track = { $count ->
    [one] no ritmo
   *[other] no ritmo
}
count-behind = { $count ->
    [one] atrasado
   *[other] atrasados
}
count-at_risk = { $count ->
    [one] em risco
   *[other] em risco
}
count-achieved = { $count ->
    [one] alcançado
   *[other] alcançados
}
count-missed = { $count ->
    [one] não alcançado
   *[other] não alcançados
}
count-dropped = { $count ->
    [one] abandonado
   *[other] abandonados
}
sparkline-text = { $readings ->
    [one] Uma leitura: { $last }
   *[other] { $readings } leituras, de { $first } a { $last }
}

## Method

method-title = Método
method-lead = Todo número deste relatório é calculado a partir dos arquivos listados ao final desta seção, com frações exatas e um único arredondamento, na apresentação (meio para cima).
method-maturity = Maturidade
method-value = Valor de um critério
method-value-text = Média das suas perguntas, ponderada pelo peso de cada uma, entre 0% e 100%.
method-states = Respostas ausentes
method-states-text = “Sem resposta”, “não se sabe” e “não se aplica” são situações distintas. O que não se aplica vem com motivo e, salvo regra da régua em contrário, fica fora da conta; o que falta responder reduz a cobertura e alarga o intervalo.
method-level-text = É o nível mais alto admitido pela regra da régua, que fixa quantos critérios de cada nível precisam atingir o limiar e se os níveis abaixo também são exigidos. Critérios que descrevem uma ausência nunca contam. Cada dimensão tem o próprio nível; o do conjunto olha todos os critérios.
method-practice-text = O piso da escala mais a parte atendida de cada nível acima dele, somadas. Se uma dimensão não define um nível, vale ali o atendimento do nível seguinte que ela define; acima do último que define, ela não pontua, e o seu máximo é mostrado.
method-outcome-text = Média ponderada dos níveis dos indicadores. As faixas dizem onde começa cada nível; entre dois começos, o valor é interpolado.
method-index-text = Combina práticas e resultados; os resultados pesam { $weight }.
method-index-formula = (1 − { $weight }) × { $practice } + { $weight } × { $outcome } = { $index }
method-index-alone = Sem leitura de indicador com faixas, o índice é igual à pontuação de práticas.
method-coverage-text = Peso das perguntas respondidas dividido pelo peso das aplicáveis.
method-interval-text = A pontuação de práticas com toda pergunta sem resposta no pior e no melhor valor possível.
method-ratings = Conceitos
method-ratings-text = Até 15%: não atendido. Acima de 15% e até 50%: parcialmente. Acima de 50% e até 85%: em grande parte. Acima de 85%: totalmente. São as faixas da ISO/IEC 33020.
method-sources = Réguas utilizadas
rubric = Régua
rubric-version = Versão
framework = Modelo de referência
kpi-weight = Peso dos indicadores
notice = Aviso
method-bands = Faixas dos indicadores
method-bands-text = O valor em que começa cada nível. Antes da primeira faixa vale o piso da escala.
bands = Início de cada nível
direction = Sentido
direction-higher = Maior é melhor
direction-lower = Menor é melhor
direction-range = Dentro de um intervalo
direction-none = Informativo
band-from-higher = a partir de { $value }
band-from-lower = de { $value } para baixo
band-from-range = limite { $value }
band-from-none = { $value }
source = Fonte
method-okrs = OKRs
method-progress-text = (valor − linha de base) ÷ (alvo − linha de base), com a última leitura até a data deste relatório. Aparece como é, mesmo abaixo de 0% ou acima de 100%.
method-expected-text = A parte do prazo já decorrida, ou o plano de valores com datas, quando há um. Com marcos, o peso dos que já venceram; em entregas do tipo sim ou não, zero até o prazo.
method-status-text = Progresso ÷ esperado: a partir de 0,9, no ritmo; a partir de 0,7, atrasado; abaixo disso, em risco. Enquanto o esperado está abaixo de 10%, só um retrocesso tira um resultado do ritmo. Com 100% de progresso, alcançado; passado o prazo sem isso, não alcançado.
method-aspirational-text = Num objetivo de aspiração, o esperado é multiplicado por 0,7.
method-objective-text = Média dos resultados-chave ativos, ponderada pelo peso, cada um limitado entre 0% e 100%. Sem dados conta zero, e o objetivo mostra quantos foram medidos. A situação é a pior entre os resultados com peso.
method-flags-text = Retrocesso: progresso abaixo de zero. Leitura desatualizada: mais antiga que 1,5 vez a frequência. Confiança destoante: 8 ou mais em risco, ou 3 ou menos no ritmo.
method-forecast-text = Com três leituras ou mais no ciclo, reta de Theil–Sen até o prazo. É uma projeção, não uma promessa.
method-files = Arquivos lidos
method-files-text = { $count ->
    [0] Nenhum arquivo foi lido.
    [one] Um arquivo:
   *[other] { $count } arquivos:
}

## Appendix

appendix-title = Apêndice: todas as respostas
appendix-lead = O identificador leva à pergunta; o lugar indica arquivo e linha em que a resposta está escrita.
question = Pergunta
answer = Resposta
state = Situação da resposta
place = Lugar
