//! A key result that is work, not what the work brings about: "hold 3 trainings" can be reached without anybody
//! having learnt a thing. Say what will be different, as a measure from here to there.
//!
//! It is known by the verb that its title begins with, and only where nothing is measured beyond the work itself:
//! it is `done` or `milestones`, or it counts from nothing (or from no stated start) by check-ins. "Reduce the
//! response time with a new platform" is none, nor is "launch a newsletter and reach 50% open rate": its figure is
//! a percentage.

use super::plans::{About, Advised, Measure, Plan, advice};
use crate::model::{
    Advice, Baseline, KeyResult, KeyResultKind, Language, Target, Text, UnitKind, ValueSource,
};

/// Verbs that name work, as a title in Portuguese begins with: infinitives. Not among them: those that name what
/// is reached (*reduzir*, *alcançar*, *conquistar*, *certificar*, *reter*).
const PORTUGUESE: [&str; 52] = [
    "apresentar",
    "atualizar",
    "cadastrar",
    "capacitar",
    "começar",
    "concluir",
    "conduzir",
    "construir",
    "continuar",
    "contratar",
    "criar",
    "definir",
    "desenhar",
    "desenvolver",
    "divulgar",
    "documentar",
    "elaborar",
    "entregar",
    "enviar",
    "escrever",
    "estruturar",
    "estudar",
    "executar",
    "fazer",
    "finalizar",
    "implantar",
    "implementar",
    "iniciar",
    "instalar",
    "introduzir",
    "lançar",
    "mapear",
    "migrar",
    "ministrar",
    "montar",
    "organizar",
    "participar",
    "pesquisar",
    "planejar",
    "preparar",
    "produzir",
    "promover",
    "publicar",
    "realizar",
    "redigir",
    "reescrever",
    "rever",
    "revisar",
    "testar",
    "trabalhar",
    "treinar",
    "visitar",
];

/// The same in English, in the base form. Not among them: those that name what is reached (*reduce*, *reach*,
/// *win*, *retain*, *certify*), and verbs that are as often the noun of a result (*plan*, *design*, *test*).
const ENGLISH: [&str; 48] = [
    "arrange",
    "attend",
    "begin",
    "build",
    "complete",
    "conduct",
    "continue",
    "create",
    "define",
    "deliver",
    "deploy",
    "develop",
    "do",
    "draft",
    "execute",
    "explore",
    "finish",
    "give",
    "hire",
    "hold",
    "host",
    "implement",
    "install",
    "introduce",
    "investigate",
    "launch",
    "make",
    "meet",
    "migrate",
    "organise",
    "organize",
    "participate",
    "perform",
    "prepare",
    "produce",
    "publish",
    "recruit",
    "review",
    "revise",
    "rewrite",
    "roll",
    "run",
    "send",
    "start",
    "teach",
    "train",
    "visit",
    "write",
];

pub(super) fn check(plan: &Plan<'_>, advised: &mut Advised) {
    let language = plan.workspace.settings.language;
    for aim in plan.aims() {
        for Measure {
            index, key_result, ..
        } in aim.measures()
        {
            if counts_work(key_result)
                && let Some(verb) = verb_of_work(&key_result.title, language)
            {
                let told =
                    advice(Advice::ActivityNotOutcome, key_result.title_place).with("verb", verb);
                let about = About::KeyResult(aim.index, index);
                advised.give(Advice::ActivityNotOutcome, about, told);
            }
        }
    }
}

/// Whether a key result measures nothing beyond work that is done.
fn counts_work(key_result: &KeyResult) -> bool {
    match &key_result.kind {
        KeyResultKind::Done | KeyResultKind::Milestones(_) => true,
        KeyResultKind::FromTo {
            baseline, target, ..
        } => {
            let is_from_nothing = match baseline {
                Baseline::Value(start) => start.is_zero(),
                Baseline::FirstReading => matches!(target, Target::Value(_)),
                Baseline::At(_) => false,
            };
            let is_typed = key_result.source == ValueSource::CheckIns;
            is_from_nothing && is_typed && key_result.unit.kind == UnitKind::Count
        }
        KeyResultKind::Keep(_) | KeyResultKind::EstablishBaseline => false,
    }
}

/// The first word of a title, where it names work in the title's language. A plain text is in that of the
/// workspace; in either, where that is not stated.
fn verb_of_work(title: &Text, language: Option<Language>) -> Option<&str> {
    let names_work = |text: &str, language: Language| {
        let verbs: &[&str] = match language {
            Language::Portuguese => &PORTUGUESE,
            Language::English => &ENGLISH,
        };
        verbs.contains(&first_word(text).to_lowercase().as_str())
    };
    let versions = Language::ALL
        .into_iter()
        .filter_map(|own| title.version(own).map(|text| (text, own)));
    let plain = title.plain.iter().flat_map(|text| {
        let languages = Language::ALL.into_iter();
        languages
            .filter(move |own| language.is_none_or(|stated| stated == *own))
            .map(|own| (text.as_str(), own))
    });
    versions
        .chain(plain)
        .find(|(text, language)| names_work(text, *language))
        .map(|(text, _)| first_word(text))
}

fn first_word(text: &str) -> &str {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words
        .into_iter()
        .find(|word| !word.is_empty())
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_the_order_of_the_alphabet_without_repetition() {
        let accentless = |word: &str| word.replace('ç', "c");
        for list in [&PORTUGUESE[..], &ENGLISH[..]] {
            let words: Vec<String> = list.iter().map(|word| accentless(word)).collect();
            assert!(words.is_sorted_by(|one, next| one < next), "{words:?}");
        }
    }

    #[test]
    fn a_title_is_held_against_the_verbs_of_its_language() {
        #[track_caller]
        fn case(title: &str, language: Option<Language>, expected: Option<&str>) {
            assert_eq!(verb_of_work(&Text::plain(title), language), expected);
        }
        let (portuguese, english) = (Some(Language::Portuguese), Some(Language::English));
        case("Realizar 3 treinamentos", portuguese, Some("Realizar"));
        case("Realizar 3 treinamentos", None, Some("Realizar"));
        case("Realizar 3 treinamentos", english, None);
        case("  “Lançar” o portal", portuguese, Some("Lançar"));
        case("Do pedido à entrega em um dia", portuguese, None); // `do` is English
        case("Hold 3 trainings", english, Some("Hold"));
        case("HOLD 3 trainings", english, Some("HOLD"));
        case("Trainings held", english, None);
        case("Reach 20 reference customers", english, None);
        case("Conquistar 20 clientes", portuguese, None);
        case("", None, None);
        let both = Text {
            portuguese: Some("20 clientes".to_owned()),
            english: Some("Launch in 20 shops".to_owned()),
            ..Text::default()
        };
        assert_eq!(verb_of_work(&both, portuguese), Some("Launch"));
    }
}
