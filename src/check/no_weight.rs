//! A rubric whose criteria all weigh nothing: each may do so, as a retired one does, but of these no figure is
//! made. Of a criterion whose questions all weigh nothing the reader tells.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Criterion, Polarity, Rubric};

pub(super) fn check(rubric: &Rubric, diagnostics: &mut Diagnostics) {
    let is_presence = |own: &Criterion| own.polarity == Polarity::Presence;
    if rubric.criteria.iter().any(is_presence) && !rubric.criteria.iter().any(Criterion::is_scored)
    {
        let problem = Diagnostic::warning(Code::NoWeight, rubric.place).with("id", &rubric.id);
        diagnostics.push(problem.help("help"));
    }
}
