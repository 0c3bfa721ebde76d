//! Concepts at some length: what `regua help TOPIC` shows, and the pages of the documentation.
//!
//! Each topic is a text in Markdown in both languages, `topics/<name>.<language>.md` beside this file. Of Markdown it
//! has a title, headings, paragraphs, lists, tables and indented lines; a test holds the figures of its examples.

use crate::model::Language;

/// A concept.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name in each language, in the order of [`Language::ALL`].
    names: [&'static str; 2],
    /// Its text in each.
    texts: [&'static str; 2],
    /// What else people call it.
    others: &'static [&'static str],
    /// Topics that are read with it, by their English names.
    related: &'static [&'static str],
    /// The commands that it is about, as they are typed after `regua`.
    pub commands: &'static [&'static str],
}

macro_rules! topic {
    ($english:literal, $portuguese:literal, $others:expr, $related:expr, $commands:expr) => {
        Topic {
            names: [$portuguese, $english],
            texts: [
                include_str!(concat!("topics/", $english, ".pt-BR.md")),
                include_str!(concat!("topics/", $english, ".en.md")),
            ],
            others: &$others,
            related: &$related,
            commands: &$commands,
        }
    };
}

impl Topic {
    /// Every topic, in the order in which they are best read.
    pub const ALL: &'static [Topic] = &[
        topic!(
            "files",
            "arquivos",
            ["file", "workspace", "arquivo", "pasta", "pasta-de-trabalho"],
            ["dates", "languages", "levels"],
            ["init", "check"]
        ),
        topic!(
            "levels",
            "niveis",
            ["level", "rubrics", "nivel", "reguas", "maturidade"],
            ["practice", "coverage", "index"],
            ["score", "explain", "rubric show"]
        ),
        topic!(
            "practice",
            "pratica",
            ["practice-score", "pontuacao", "pontuacao-de-pratica"],
            ["levels", "index", "coverage"],
            ["score", "explain"]
        ),
        topic!(
            "coverage",
            "cobertura",
            ["interval", "unknown", "intervalo", "respostas"],
            ["practice", "levels", "gates"],
            ["ask", "score"]
        ),
        topic!(
            "kpis",
            "indicadores",
            ["readings", "bands", "indicador", "leituras", "faixas"],
            ["index", "dates", "okrs"],
            ["kpi list", "kpi record", "kpi import"]
        ),
        topic!(
            "index",
            "indice",
            ["outcome", "resultado"],
            ["practice", "kpis", "levels"],
            ["score", "explain"]
        ),
        topic!(
            "okrs",
            "objetivos",
            [
                "objectives",
                "key-results",
                "progress",
                "resultados-chave",
                "progresso"
            ],
            ["pace", "statuses", "grades"],
            ["okr status", "okr check-in", "okr tree"]
        ),
        topic!(
            "pace",
            "ritmo",
            [
                "expected", "elapsed", "forecast", "esperado", "projecao", "previsao"
            ],
            ["statuses", "okrs", "dates"],
            ["okr status", "explain"]
        ),
        topic!(
            "statuses",
            "situacoes",
            ["status", "flags", "situacao", "sinais"],
            ["pace", "okrs", "gates"],
            ["okr status", "check"]
        ),
        topic!(
            "grades",
            "notas",
            ["grade", "closing", "nota", "encerramento"],
            ["okrs", "statuses"],
            ["okr close", "okr roll"]
        ),
        topic!(
            "people",
            "pessoas",
            ["sfia", "skills", "competencias", "habilidades"],
            ["levels", "coverage"],
            ["people", "ask"]
        ),
        topic!(
            "gates",
            "exigencias",
            ["gate", "ci", "fail-on", "exigencia"],
            ["exit-codes", "statuses", "coverage"],
            ["check"]
        ),
        topic!(
            "exit-codes",
            "codigos-de-saida",
            [
                "exit-code",
                "exit",
                "codes",
                "codigo-de-saida",
                "codigos",
                "saida"
            ],
            ["gates", "files"],
            ["check"]
        ),
        topic!(
            "dates",
            "datas",
            ["date", "periods", "as-of", "data", "periodos"],
            ["pace", "kpis", "files"],
            ["okr status", "score"]
        ),
        topic!(
            "languages",
            "idiomas",
            ["language", "lang", "idioma", "lingua", "linguas"],
            ["files"],
            ["report", "check"]
        ),
    ];

    /// The topic that goes by a name in either language, with or without its accents.
    #[must_use]
    pub fn named(written: &str) -> Option<&'static Topic> {
        let plain = plain(written);
        Topic::ALL
            .iter()
            .find(|topic| topic.goes_by().any(|name| name == plain))
    }

    /// The name that is nearest to what was written, of those in either language.
    pub fn all_names() -> impl Iterator<Item = &'static str> {
        Topic::ALL.iter().flat_map(Topic::goes_by)
    }

    /// Every name that it goes by.
    fn goes_by(&self) -> impl Iterator<Item = &'static str> {
        self.names.into_iter().chain(self.others.iter().copied())
    }

    /// Its name in a language.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        self.in_language(self.names, language)
    }

    /// Its text in a language, as Markdown.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        self.in_language(self.texts, language)
    }

    /// Its title in a language.
    #[must_use]
    pub fn title(&self, language: Language) -> &'static str {
        let first = self.text(language).lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }

    /// The topics that are read with it.
    pub fn related(&self) -> impl Iterator<Item = &'static Topic> {
        self.related.iter().filter_map(|name| Topic::named(name))
    }

    fn in_language(&self, of: [&'static str; 2], language: Language) -> &'static str {
        let position = Language::ALL.iter().position(|own| *own == language);
        of[position.unwrap_or_default()]
    }
}

/// A name as people who type it in a hurry write it: lower case, no accents, words held together by hyphens.
fn plain(written: &str) -> String {
    let letter = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'ü' => 'u',
        'ç' => 'c',
        ' ' | '_' => '-',
        other => other,
    };
    // An accent may come as a mark of its own behind its letter.
    let is_mark = |letter: &char| matches!(letter, '\u{300}'..='\u{36f}');
    let lower = written.trim().to_lowercase();
    lower
        .chars()
        .filter(|own| !is_mark(own))
        .map(letter)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_topic_is_found_by_its_name_in_either_language() {
        #[track_caller]
        fn case(written: &str, english: &str) {
            let topic = Topic::named(written).map(|topic| topic.name(Language::English));
            assert_eq!(topic, Some(english), "{written}");
        }
        case("levels", "levels");
        case("niveis", "levels");
        case("Níveis", "levels");
        case("ni\u{301}veis", "levels");
        case("índice", "index");
        case("códigos de saída", "exit-codes");
        case("exit_codes", "exit-codes");
        assert_eq!(Topic::named("weather"), None);
    }

    #[test]
    fn no_name_means_two_topics_and_every_relation_leads_somewhere() {
        let mut names = BTreeSet::new();
        for topic in Topic::ALL {
            for name in topic.goes_by() {
                assert_eq!(plain(name), name);
                assert!(names.insert(name), "{name} is the name of two topics");
            }
            assert_eq!(
                topic.related().count(),
                topic.related.len(),
                "{:?}",
                topic.names
            );
        }
    }
}
