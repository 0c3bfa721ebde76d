//! Evidence that is a file of the workspace: whether it is there.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Evidence;
use crate::read::Read;
use crate::workspace::{self, Root};

/// Looks for the files that are named as evidence, marks those that are not there and warns of each: nobody could be
/// shown it. A path counts from the folder of `regua.yaml`, or from that of the file that names it.
pub(super) fn look(root: &Root, read: &mut Read) {
    let Some(workspace) = &mut read.workspace else {
        return;
    };
    let assessments = workspace.assessments.iter_mut();
    let answers = assessments.flat_map(|assessment| assessment.answers.iter_mut().flatten());
    for evidence in answers.flat_map(|answer| &mut answer.evidence) {
        let Some(path) = evidence.path() else {
            continue;
        };
        let own = &read.sources.file(evidence.place.file).path;
        let beside = own.rsplit_once('/').map(|(folder, _)| folder);
        let beside = beside.map(|folder| format!("{folder}/{path}"));
        let is_there = |path: &str| workspace::is_there(root, path);
        if !is_there(path) && !beside.is_some_and(|path| is_there(&path)) {
            read.diagnostics.push(problem(evidence, path));
            evidence.is_absent = true;
        }
    }
}

fn problem(evidence: &Evidence, path: &str) -> Diagnostic {
    let mut problem = Diagnostic::warning(Code::MissingFile, evidence.place);
    problem.label = "label-evidence";
    problem.with("file", path).help("help-evidence")
}
