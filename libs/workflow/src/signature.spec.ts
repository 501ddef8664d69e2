import { Rejection } from '@app/decider';
import { after, at, deciding, definitionOf, final, hearing, heads, panel, starting, submitting } from './testing.js';

/** Of the dossier that the commands of a specification are about. */
const signature = { method: 'password', of: 'd1', at };
const first = ({ decision }: ReturnType<ReturnType<typeof after>['when']>) =>
  decision instanceof Rejection ? decision : decision[0];
const definition = definitionOf([{ ...heads, signature: 'required' }, hearing, { ...panel, signature: 'required' }, final]);
const submitted = [starting(definition), submitting()];
const atHearing = [...submitted, deciding('heads', 'dest', 'approve', { signature })];
const atPanel = [...atHearing, deciding('hearing', 'asn')];

describe('a stage that asks for a signature', () => {
  it.each(['approve', 'reject', 'return'] as const)('takes no unsigned %s', (verdict) =>
    after(...submitted)
      .when(deciding('heads', 'dest', verdict))
      .thenRejected('workflow.signature-missing'),
  );

  it.each(['approve', 'reject', 'return'] as const)('records with the %s what was signed, how and when', (verdict) => {
    const made = first(after(...submitted).when(deciding('heads', 'dest', verdict, { signature })));
    expect(made).toMatchObject({ type: 'DecisionMade', data: { verdict, dossierHash: 'd1', signature } });
  });

  it('takes no signature of another dossier', () =>
    after(...submitted)
      .when(deciding('heads', 'dest', 'approve', { signature: { ...signature, of: 'another' } }))
      .thenRejected('workflow.signature-mismatch'));

  it('takes no signature of the dossier as it was before it was changed', () =>
    after(...submitted)
      .when(deciding('heads', 'dest', 'approve', { signature, dossierHash: 'changed' }))
      .thenRejected('workflow.signature-mismatch'));

  it('asks it of every member of a panel', () => {
    const signed = deciding('panel', 't1', 'approve', { signature });
    expect(first(after(...atPanel).when(signed))).toMatchObject({ data: { by: { by: 't1' }, signature } });
    after(...atPanel, signed)
      .when(deciding('panel', 't2'))
      .thenRejected('workflow.signature-missing');
  });

  it('says first what else is wrong, so that nobody signs in vain', () =>
    after(...submitted)
      .when(deciding('heads', 'dest', 'reject', { reason: '' }))
      .thenRejected('workflow.reason-missing'));
});

describe('a stage that asks for none', () => {
  it('is decided without one, and none is recorded', () => {
    const made = first(after(...atHearing).when(deciding('hearing', 'asn')));
    expect(made).toMatchObject({ type: 'DecisionMade' });
    expect(made).not.toHaveProperty('data.signature');
  });

  it('records one that is given, and refuses one of something else', () => {
    const given = deciding('hearing', 'asn', 'approve', { signature });
    expect(first(after(...atHearing).when(given))).toMatchObject({ data: { signature } });
    after(...atHearing)
      .when(deciding('hearing', 'asn', 'approve', { signature: { ...signature, of: 'another' } }))
      .thenRejected('workflow.signature-mismatch');
  });
});
