# A história: cada mensagem é uma frase inteira ou um item de lista. Toda chave começa com `story-`. As chaves e
# variáveis são as mesmas de story.en.ftl.

## Lists and names

story-list-next = { $row }, { $item }
story-list-last = { $row } e { $item }
story-more = mais { $count }
story-quoted = “{ $name }”
story-level = nível { $number } ({ $title })
story-level-untitled = nível { $number }
story-note = “{ $note }”
story-cycle = { $period ->
    [quarter] ciclo do { $name }
    [half] ciclo do { $name }
    [fiscal_year] ciclo do { $name }
    [year] ciclo de { $name }
   *[other] ciclo { $name }
}

## Parts

story-part-next = Próximo nível
story-part-kpis = O que dizem os indicadores
story-part-disagreements = Divergências entre respondentes
story-part-confidence = Confiança

## The answer

story-headline-nothing = Ainda não há respostas suficientes para indicar um nível ou uma pontuação.
story-headline-level = O nível de maturidade é { $level } de { $top } ({ $title }), com { $measure ->
        [index] índice
       *[practice] pontuação de práticas
    } de { $value }.
story-headline-level-untitled = O nível de maturidade é { $level } de { $top }, com { $measure ->
        [index] índice
       *[practice] pontuação de práticas
    } de { $value }.
story-headline-no-level = Nenhum nível foi alcançado ainda; { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } é { $value }.
story-headline-score = { $measure ->
        [index] O índice
       *[practice] A pontuação de práticas
    } é { $value }, numa escala de { $bottom } a { $top }.
story-headline-early = O resultado é provisório: { $answered } de { $total } { $total ->
        [one] pergunta foi respondida
       *[other] { $answered ->
            [1] perguntas foi respondida
           *[other] perguntas foram respondidas
        }
    }, com cobertura de { $coverage } do peso aplicável.
story-headline-dimensions = { $range ->
    [one] Todas as dimensões estão no nível { $lowest } de { $top }.
   *[many] As dimensões vão do nível { $lowest } ao nível { $highest }, de { $top }.
}
story-new-outcome = Em { $date }, nenhum indicador que conta tinha leitura: o índice era só a pontuação de práticas, e os resultados entraram nele agora.
story-direction-first = É a primeira avaliação com esta régua.
story-direction-unknown = Em { $date }, as respostas ainda eram insuficientes para dizer se subiu ou caiu desde então.
story-direction = { $direction ->
    [up] Em relação a { $date }, subiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }.
    [up-up] Em relação a { $date }, subiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }, e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } aumentou { $change }.
    [up-down] Em relação a { $date }, subiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }, embora { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } tenha caído { $change }.
    [down] Em relação a { $date }, caiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }.
    [down-down] Em relação a { $date }, caiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }, e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } recuou { $change }.
    [down-up] Em relação a { $date }, caiu { $levels ->
        [one] um nível
       *[other] { $levels } níveis
    }, embora { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } tenha aumentado { $change }.
    [same-up] O nível é o mesmo de { $date }, e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } aumentou { $change }.
    [same-down] O nível é o mesmo de { $date }, e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } caiu { $change }.
    [same-little] O nível é o mesmo de { $date }, e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } variou menos de 0,01.
    [same-still] O nível e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    } são os mesmos de { $date }.
    [same-absent] O nível é o mesmo de { $date }.
    [gained] Em { $date }, nenhum nível havia sido alcançado.
    [lost] Em { $date }, o nível era { $before }.
    [none-up] Aumentou { $change } em relação a { $date }.
    [none-down] Caiu { $change } em relação a { $date }.
    [none-little] Variou menos de 0,01 em relação a { $date }.
    [none-still] Não mudou em relação a { $date }.
   *[none-absent] A avaliação de { $date } não tem pontuação com que comparar.
}

## Strengths and gaps

story-point = O critério “{ $name }” { $rating ->
        [fully] está totalmente atendido
        [largely] está largamente atendido
        [partially] está parcialmente atendido
       *[not] não está atendido
    } ({ $value }).
story-point-readings = { $which ->
    [only] A resposta é a leitura de { $readings }.
    [all] As respostas são as leituras de { $readings }.
   *[some] { $count ->
        [one] Uma das { $answers } respostas é a leitura de { $readings }.
       *[other] { $count } das { $answers } respostas são as leituras de { $readings }.
    }
}
story-reading = “{ $kpi }” ({ $value }, { $period }; vale { $counts })
story-point-evidence = { $dated ->
    [yes] { $more ->
        [0] A evidência é “{ $title }” ({ $date }).
        [one] A evidência mais recente é “{ $title }” ({ $date }), e há mais uma.
       *[other] A evidência mais recente é “{ $title }” ({ $date }), e há mais { $more }.
    }
   *[no] { $more ->
        [0] A evidência é “{ $title }”, sem data.
        [one] As evidências são “{ $title }” e mais uma, sem data.
       *[other] As evidências são “{ $title }” e mais { $more }, sem data.
    }
}
story-point-missing = { $count ->
    [one] Uma resposta está sem a evidência que a régua exige.
   *[other] { $count } respostas estão sem a evidência que a régua exige.
}
story-point-absent = { $count ->
    [one] Um arquivo citado como evidência não foi encontrado.
   *[other] { $count } arquivos citados como evidência não foram encontrados.
}
story-point-stale = { $count ->
    [one] A evidência de uma resposta está desatualizada.
   *[other] A evidência de { $count } respostas está desatualizada.
}
story-point-bare = Não tem observação nem evidência.

## The next level

story-next-top = O nível mais alto da régua já foi alcançado.
story-next-blocked = { $count ->
    [one] O { $level } está { $progress } atendido; falta um critério: { $names }.
   *[other] O { $level } está { $progress } atendido; faltam { $count } critérios: { $names }.
}
story-criterion = { $state ->
    [valued] “{ $name }” ({ $value })
    [unknown] “{ $name }” (não se sabe)
    [not_applicable] “{ $name }” (não se aplica)
   *[unanswered] “{ $name }” (sem resposta)
}
story-next-band = O { $level } começa na pontuação de práticas { $from }; hoje ela é { $now }, { $progress } do caminho a partir do nível atual.
story-next-answer = { $given ->
    [any] { $which ->
        [next] Para chegar lá, basta responder “{ $question }”, que está sem resposta: qualquer resposta serve.
       *[other] Para o { $level }, basta responder “{ $question }”, que está sem resposta: qualquer resposta serve.
    }
    [yes] { $which ->
        [next] Para chegar lá, basta que a resposta a “{ $question }” passe de “{ $from }” para “{ $to }”.
       *[other] Para o { $level }, basta que a resposta a “{ $question }” passe de “{ $from }” para “{ $to }”.
    }
   *[no] { $which ->
        [next] Para chegar lá, basta que “{ $question }”, ainda em aberto, tenha “{ $to }” como resposta.
       *[other] Para o { $level }, basta que “{ $question }”, ainda em aberto, tenha “{ $to }” como resposta.
    }
}
story-next-way = { $which ->
    [next] O caminho mais curto até lá passa por { $answers }: { $names }.
   *[other] O caminho mais curto leva ao { $level } e passa por { $answers }: { $names }.
}
story-next-each = O caminho mais curto até lá passa por { $answers }, uma em cada um deles.
story-next-count = { $count ->
    [one] uma resposta
   *[other] { $count } respostas
}
story-next-share = { $count ->
    [one] “{ $name }”
   *[other] “{ $name }” ({ $count })
}
story-next-after = { $count ->
    [one] Com ela, o nível seria { $level } e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    }, { $bound ->
        [least] ao menos { $value }
       *[exact] { $value }
    }.
   *[other] Com elas, o nível seria { $level } e { $measure ->
        [index] o índice
       *[practice] a pontuação de práticas
    }, { $bound ->
        [least] ao menos { $value }
       *[exact] { $value }
    }.
}
story-next-barred = { $count ->
    [one] { $reason ->
        [kpi] Só com respostas não se chega ao { $level }: { $names } depende de indicador.
       *[any] Só com respostas não se chega ao { $level }: { $names } depende de indicador ou não se aplica.
    }
   *[other] { $reason ->
        [kpi] Só com respostas não se chega ao { $level }: { $names } dependem de indicador.
       *[any] Só com respostas não se chega ao { $level }: { $names } dependem de indicador ou não se aplicam.
    }
}

## KPIs

story-kpis-nothing = Nenhum dos indicadores da régua tem leitura; portanto, nenhum número confirma nem contradiz as respostas.
story-kpis-reaching = { $which ->
    [only] Pela leitura, o único indicador com faixas está no nível { $level }, o alcançado, ou acima.
    [not-only] Pela leitura, o único indicador com faixas está abaixo do nível { $level }, o alcançado.
    [none] Pelas leituras, os { $count } indicadores com faixas estão abaixo do nível { $level }, o alcançado.
    [all] Pelas leituras, os { $count } indicadores com faixas estão no nível { $level }, o alcançado, ou acima.
   *[some] Pelas leituras, { $reaching } de { $count } indicadores com faixas { $reaching ->
        [one] está
       *[other] estão
    } no nível { $level }, o alcançado, ou acima.
}
story-kpis-below = { $count ->
    [one] Um indicador está um nível inteiro ou mais abaixo do nível { $level }: { $names }.
   *[other] { $count } indicadores estão um nível inteiro ou mais abaixo do nível { $level }: { $names }.
}
story-kpis-above = { $count ->
    [one] Um indicador está um nível inteiro ou mais acima do nível { $level }: { $names }.
   *[other] { $count } indicadores estão um nível inteiro ou mais acima do nível { $level }: { $names }.
}
story-kpi-level = “{ $kpi }” ({ $value }, nível { $level })
story-kpis-denied = A resposta a “{ $question }” é “{ $answer }”, mas a leitura de “{ $kpi }” é { $value }, o que equivale a “{ $worth }”.
story-kpis-denied-several = No conjunto, as respostas a “{ $question }” resultam em “{ $answer }”; a leitura de “{ $kpi }” é { $value }, o que equivale a “{ $worth }” e { $denies ->
        [all] não concorda com nenhum dos respondentes
        [answered] não concorda com nenhum dos que responderam
       *[some] não contradiz { $names }
    }.
story-kpis-stale = { $count ->
    [one] Uma leitura está desatualizada: { $names }.
   *[other] { $count } leituras estão desatualizadas: { $names }.
}
story-kpi-period = “{ $name }” ({ $period })
story-kpis-unread = { $count ->
    [one] Um indicador ainda não tem leitura: { $names }.
   *[other] { $count } indicadores ainda não têm leitura: { $names }.
}

## Respondents

story-apart = { $count ->
    [one] Os { $people } respondentes divergem muito em uma pergunta.
   *[other] Os { $people } respondentes divergem muito em { $count } perguntas.
}
story-apart-widest = Em “{ $question }”, as respostas vão de “{ $low }” ({ $low_name }) a “{ $high }” ({ $high_name }).
story-apart-applies = Em “{ $question }”, { $count ->
        [one] a resposta de { $name } é
       *[other] as respostas de { $name } são
    } “{ $answer }”, e { $denying } { $denied ->
        [one] diz
       *[other] dizem
    } que a pergunta não se aplica.
story-apart-settled = { $open ->
    [0] { $count ->
        [one] A única divergência grande foi resolvida, por consenso ou por indicador.
       *[other] As { $count } divergências grandes foram resolvidas, por consenso ou por indicador.
    }
   *[other] { $count ->
        [one] Outra divergência grande já foi resolvida, por consenso ou por indicador.
       *[other] Outras { $count } divergências grandes já foram resolvidas, por consenso ou por indicador.
    }
}

## Confidence in the result

story-confidence = A confiança neste resultado é { $word ->
        [high] alta
        [low] baixa
       *[fair] média
    }.
story-confidence-coverage = { $answered } de { $total } { $total ->
        [one] pergunta foi respondida
       *[other] { $answered ->
            [1] perguntas foi respondida
           *[other] perguntas foram respondidas
        }
    }, com cobertura de { $coverage } do peso aplicável.
story-confidence-open = { $level ->
    [same] Quaisquer que sejam as respostas em aberto, o nível continua { $lowest }, e a pontuação de práticas fica entre { $low } e { $high }.
    [between] Conforme as respostas em aberto, o nível ficaria entre { $lowest } e { $highest }, e a pontuação de práticas, entre { $low } e { $high }.
    [waits] O nível mostrado só espera as respostas que faltam: sejam quais forem, ele será { $lowest }, com pontuação de práticas entre { $low } e { $high }.
    [still-none] Quaisquer que sejam as respostas em aberto, nenhum nível é alcançado, e a pontuação de práticas fica entre { $low } e { $high }.
    [from-none] Na melhor das hipóteses, as respostas em aberto levariam ao nível { $highest }; a pontuação de práticas fica entre { $low } e { $high }.
   *[none] Conforme as respostas em aberto, a pontuação de práticas fica entre { $low } e { $high }.
}
story-confidence-evidence = { $state ->
    [all] { $count ->
        [one] A única resposta que exige evidência a tem, em dia.
       *[other] As { $count } respostas que exigem evidência a têm, em dia.
    }
    [missing] { $count ->
        [one] A única resposta que exige evidência está sem ela.
       *[other] Das { $count } respostas que exigem evidência, { $missing } { $missing ->
            [one] está
           *[other] estão
        } sem ela.
    }
    [stale] { $count ->
        [one] A única resposta que exige evidência a tem desatualizada.
       *[other] Das { $count } respostas que exigem evidência, { $stale } { $stale ->
            [one] a tem desatualizada
           *[other] a têm desatualizada
        }.
    }
   *[both] Das { $count } respostas que exigem evidência, { $missing } { $missing ->
            [one] está
           *[other] estão
        } sem ela e { $stale } { $stale ->
            [one] a tem desatualizada
           *[other] a têm desatualizada
        }.
}
story-confidence-absent = { $count ->
    [one] A única resposta que exige evidência só cita arquivos que não foram encontrados.
   *[other] { $others ->
        [0] Das { $count } respostas que exigem evidência, { $absent } só { $absent ->
            [one] cita
           *[other] citam
        } arquivos que não foram encontrados.
       *[other] { $absent ->
            [one] Outra só cita arquivos que não foram encontrados.
           *[other] Outras { $absent } só citam arquivos que não foram encontrados.
        }
    }
}
story-confidence-stale = { $count ->
    [one] A leitura de um indicador está desatualizada.
   *[other] As leituras de { $count } indicadores estão desatualizadas.
}
story-confidence-denied = { $count ->
    [one] Há uma contradição entre respostas ou com uma leitura.
   *[other] Há { $count } contradições entre respostas ou com leituras.
}
story-confidence-apart = { $count ->
    [one] Os respondentes divergem muito em uma pergunta.
   *[other] Os respondentes divergem muito em { $count } perguntas.
}
story-method-confidence = Alta: ao menos 90% do peso aplicável respondido, nível que as respostas em aberto não podem mudar, evidência em dia, e encontrada, em toda resposta que a exige, nenhuma leitura desatualizada, nenhuma resposta contradita e nenhuma divergência grande entre respondentes. Baixa: menos de 50% respondido, ou evidência ausente, desatualizada ou não encontrada em mais da metade das respostas que a exigem. Média: os demais casos. Os limites são do próprio regua.

## OKRs

story-okrs-on = { $which ->
    [not-only] O único resultado-chave do { $cycle } não está fora do ritmo.
   *[none] Nenhum dos { $count } resultados-chave do { $cycle } está fora do ritmo.
}
story-okrs-off = { $which ->
    [only] O único resultado-chave do { $cycle } { $status ->
        [missed] não foi alcançado
        [at_risk] está em risco
       *[behind] está atrasado
    }.
    [all] Os { $count } resultados-chave do { $cycle } { $status ->
        [missed] terminaram sem ser alcançados
        [at_risk] estão em risco
       *[behind] estão atrasados
    }.
   *[some] No { $cycle }, { $off } de { $count } resultados-chave { $off ->
        [one] { $status ->
            [missed] não foi alcançado
            [at_risk] está em risco
           *[behind] está atrasado
        }
       *[other] { $status ->
            [missed] não foram alcançados
            [at_risk] estão em risco
           *[behind] estão atrasados
        }
    }.
}
story-okrs-off-mixed = { $which ->
    [all] Os { $count } resultados-chave do { $cycle } estão fora do ritmo: { $statuses }.
   *[some] No { $cycle }, { $off } de { $count } resultados-chave estão fora do ritmo: { $statuses }.
}
story-okrs-status = { $status ->
    [missed] { $count ->
        [one] { $count } não alcançado
       *[other] { $count } não alcançados
    }
    [at_risk] { $count } em risco
   *[behind] { $count ->
        [one] { $count } atrasado
       *[other] { $count } atrasados
    }
}
story-okrs-unjudged = { $count ->
    [one] Um resultado-chave ainda não tem dados ou linha de base para ser avaliado.
   *[other] { $count } resultados-chave ainda não têm dados ou linha de base para ser avaliados.
}
story-okrs-none-judged = { $count ->
    [one] O único resultado-chave do { $cycle } ainda não tem dados ou linha de base para ser avaliado.
   *[other] Nenhum dos { $count } resultados-chave do { $cycle } tem dados e linha de base para ser avaliado.
}
story-okrs-to-close = O { $cycle } terminou em { $end } e ainda não foi encerrado.
story-okrs-empty = O { $cycle } não tem resultado-chave ativo.
story-okrs-planned = O { $cycle } começa em { $start }, com { $count ->
        [one] um resultado-chave
       *[other] { $count } resultados-chave
    }.
story-okr = { $status ->
    [missed] O resultado-chave “{ $name }” venceu em { $due } e não foi alcançado, com progresso de { $progress }.
    [at_risk] O resultado-chave “{ $name }” está em risco: progresso de { $progress }, ante { $expected } esperados até agora.
    [behind] O resultado-chave “{ $name }” está atrasado: progresso de { $progress }, ante { $expected } esperados até agora.
    [no_data] { $from ->
        [none] O resultado-chave “{ $name }” ainda não tem dados.
       *[other] O resultado-chave “{ $name }” vem de { $from }; neste ciclo, nada dele foi medido ainda.
    }
   *[no_baseline] O resultado-chave “{ $name }” ainda não tem linha de base; portanto, não há como medir o progresso.
}
story-okr-kept = Foi { $kept }.
story-okr-regressed = Está pior que a linha de base.
story-okr-stale = { $dated ->
    [yes] A última notícia é de { $date } e está desatualizada.
   *[no] Ainda não há notícia dele.
}
story-okr-confidence = { $state ->
    [drop] A confiança, de 0 a 10, caiu de { $before } para { $confidence }.
    [conflict] A confiança é { $confidence } de 10 e destoa dos números.
   *[plain] A confiança é { $confidence } de 10.
}
story-okr-forecast = { $reaches ->
    [yes] No ritmo das leituras, a meta é alcançada até { $due }.
   *[no] As leituras apontam para { $value } em { $due }, um progresso de { $progress }.
}
story-okr-note = Check-in de { $date }: “{ $note }”
story-okrs-more = E mais { $count }.
story-okrs-closed = O { $cycle } foi encerrado em { $date }, com progresso médio de { $progress }.
story-okrs-closed-unmeasured = O { $cycle } foi encerrado em { $date }, sem progresso medido.
story-okrs-commitments = { $count ->
    [one] Um compromisso não foi cumprido: { $names }.
   *[other] { $count } compromissos não foram cumpridos: { $names }.
}
story-okrs-commitment = “{ $name }”
story-okrs-grades = { $shown ->
    [lowest] As notas mais baixas dos { $count } objetivos são { $names }.
   *[all] { $count ->
        [one] A nota do objetivo é { $names }.
       *[other] As notas dos { $count } objetivos são { $names }.
    }
}
story-okrs-grade = { $grade } em “{ $name }” ({ $band ->
        [red] vermelho
        [yellow] amarelo
       *[green] verde
    })

## Service levels and people

story-service = { $which ->
    [only] O único nível de serviço com dados não cumpriu a meta no período mais recente: { $names }.
    [not-only] O único nível de serviço com dados cumpriu a meta no período mais recente.
    [none] Os { $count } níveis de serviço com dados cumpriram a meta no período mais recente.
    [all] Nenhum dos { $count } níveis de serviço com dados cumpriu a meta no período mais recente: { $names }.
   *[some] { $missed } de { $count } níveis de serviço { $missed ->
        [one] não cumpriu
       *[other] não cumpriram
    } a meta no período mais recente: { $names }.
}
story-service-missed = “{ $name }” ({ $kept }, meta { $goal })
story-service-nothing = { $judged ->
    [0] Nenhum nível de serviço tem dados ainda.
   *[other] { $count ->
        [one] Um nível de serviço está sem dados.
       *[other] { $count } níveis de serviço estão sem dados.
    }
}
story-people-filled = { $which ->
    [only] A única pessoa com papel definido atende a tudo o que ele pede.
    [not-only] A única pessoa com papel definido não atende a tudo o que ele pede.
    [none] Nenhuma das { $count } pessoas com papel definido atende a tudo o que ele pede.
    [all] As { $count } pessoas com papel definido atendem a tudo o que ele pede.
   *[some] { $filled } de { $count } pessoas com papel definido { $filled ->
        [one] atende
       *[other] atendem
    } a tudo o que ele pede.
}
story-people-gaps = { $count ->
    [one] Há uma lacuna: { $names }.
   *[other] Há { $count } lacunas{ $order ->
        [none] {""}
       *[widest] , a começar pelas maiores
    }: { $names }.
}
story-people-gap = { $held ->
    [none] { $name } em “{ $skill }” (sem nível; o papel pede { $required })
   *[other] { $name } em “{ $skill }” (nível { $held }; o papel pede { $required })
}
story-people-unrated = { $count ->
    [one] Falta uma avaliação que um papel pede.
   *[other] Faltam { $count } avaliações que os papéis pedem.
}
story-people-single = { $count ->
    [one] Só uma pessoa tem { $names }.
   *[other] { $count } níveis que os papéis pedem dependem de uma só pessoa: { $names }.
}
story-people-nobody = { $count ->
    [one] Ninguém tem { $names }.
   *[other] Ninguém tem { $count } níveis que os papéis pedem: { $names }.
}
story-people-skill = { $risk ->
    [single] “{ $skill }” no nível { $level } ({ $holder })
   *[nobody] “{ $skill }” no nível { $level }
}
