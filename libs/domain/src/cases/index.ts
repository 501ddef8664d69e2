/**
 * Any approval that is data: a definition, and the JSON Schema of what its cases are about.
 *
 * It does not know what is approved. What it needs of people and offices is `Surroundings`, of definitions `Blueprints`.
 * A transfer is such a case with more of its own (`@app/domain/mutation`), and shares what is here.
 */
export { actionsOf } from './actions.js';
export type { CaseAction } from './actions.js';
export { caseDecider } from './case-decider.js';
export { CaseRunner } from './case-runner.js';
export type { Request, Scene } from './case-runner.js';
export { Cases, UnfitDossier } from './cases.js';
export type { CaseDone, CaseMigrationPreview, CasesParts, NewCase } from './cases.js';
export { seenIn, vacanciesIn } from './authority-views.js';
export type { VacancyFacts } from './authority-views.js';
export { changedFields } from './changes.js';
export type { FieldChange, RoundChanges } from './changes.js';
export type { CaseCommand } from './commands.js';
export { etagOf } from './etag.js';
export type { CaseEvent, Dossier, DossierEvent } from './events.js';
export { Blueprints } from './form.js';
export type { Blueprint, FieldProblem, Form, Split } from './form.js';
export { lineKinOf } from './lines.js';
export type { LineSaying, LineView, WantedLine } from './lines.js';
export { personalFields } from './personal-fields.js';
export { holderIn, holdingsOf, namedIn, peopleIn, stageViewOf, tasksIn } from './stage-views.js';
export type { Holder, Named, QuestionView, StageView, TaskView } from './stage-views.js';
export { existing, roundOf, stagesOf, statusOf } from './state.js';
export type { CaseFile, CaseState, CaseStatus, Existing } from './state.js';
export { commandOf, personIn } from './steps.js';
export type { EngineStep, Step } from './steps.js';
export { caseStream, isCaseStream } from './streams.js';
export { Surroundings } from './surroundings.js';
export type { Offices, PersonCard } from './surroundings.js';
export { texts } from './texts.js';
export { deadlineOf, viewOf } from './view.js';
export type { CaseView, WholeDeadline } from './view.js';
