import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseAct, type CaseFull, useCaseDeed } from '../../api/generic';
import type { Employee } from '../../api/model';
import { inWords, named } from '../../format/words';
import { DayField } from '../../parts/DayField';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { SignatureField } from '../../parts/SignatureField';
import { toast } from '../../parts/toast';
import { Notice } from '../../parts/Notice';
import { LineChoice } from './LineChoice';
import { type Against, standing, verdictsOf } from './line-verdicts';
import { EmployeePicker } from '../compose/EmployeePicker';

type Props = Readonly<{ of: CaseFull; action: CaseAct | null; onClose: () => void }>;
type Filled = Readonly<Record<string, unknown>>;

/** What each field of a verb is asked with. Lines of a batch are ticked; a file has a form of its own. */
const texts: readonly string[] = ['question', 'answer', 'advice', 'note', 'text'];
const people: readonly string[] = ['adviser'];
const redVerbs: readonly string[] = ['reject', 'withdraw', 'cancel', 'suspend', 'recuse'];

/** Decisions in which lines that concern the decider are left out. */
const judges: readonly string[] = ['approve', 'partial', 'reject'];

const optional: readonly string[] = ['note', 'document', 'lines', 'required'];

/** Asks before anything is recorded: whatever the verb needs, by the engine's own table. */
export const CaseDeedDialog = ({ of, action, onClose }: Props) => {
  const { t } = useTranslation();
  const deed = useCaseDeed(of.id);
  const [filled, setFilled] = useState<Filled>({});
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(action);
  const [against, setAgainst] = useState<Against>({});
  const [seen, setSeen] = useState<CaseFull['seen'][string]>();
  const { reset } = deed;

  // What was on the page when it was asked, not what has come since.
  useEffect(() => {
    setSeen((before) => (action ? (before ?? of.seen[action.stage ?? '']) : undefined));
  }, [action, of]);

  useEffect(() => {
    if (!action) return;
    setShown(action);
    setAgainst({});
    setPassword('');
    setFilled(action.verb === 'record-answer' ? { outcome: 'passed' } : action.to ? { to: action.to[0] } : {});
    reset();
  }, [action, reset]);

  const fields = shown?.fields.filter((field) => field !== 'lines' && field !== 'document') ?? [];
  const partial = shown?.verb === 'partial';
  const ofLine = shown?.reason === 'required';
  // In part, the reason that is asked for is each line's own.
  const needed = (field: string): boolean => (field === 'reason' ? ofLine && !partial : !optional.includes(field));
  const chosen = Object.values(against);
  const linesReady = !partial || (chosen.length > 0 && (!ofLine || chosen.every((reason) => reason.trim() !== '')));
  const signed = shown?.signature === 'required';
  const ready =
    linesReady &&
    (!signed || password !== '') &&
    fields.every(
      (field) => !needed(field) || (filled[field] !== undefined && String(filled[field] as string | boolean).trim() !== ''),
    );
  const verb = shown?.verb ?? 'approve';
  const name = named('verb', verb);
  const set = (field: string) => (value: unknown) => setFilled((before) => ({ ...before, [field]: value }));
  const stage = of.stages.find(({ key }) => key === shown?.stage);

  const lines = judges.includes(verb) ? verdictsOf(of, against) : undefined;
  const left = lines && !partial ? standing(of).filter(({ own }) => own) : [];

  const send = () =>
    deed.mutate(
      {
        verb,
        stage: shown?.stage ?? null,
        filled: { ...filled, ...(lines && { lines }), ...(signed && { password }) },
        etag: of.etag,
        seen,
      },
      {
        onSuccess: () => {
          toast(t('ask.did', { what: name }));
          onClose();
        },
      },
    );

  return (
    <Dialog
      opened={action !== null}
      onClose={onClose}
      title={`${name}?`}
      submit={name}
      color={verb === 'approve' || partial ? 'teal.8' : redVerbs.includes(verb) ? 'red.9' : 'tarum'}
      ready={ready}
      busy={deed.isPending}
      error={deed.error}
      onSubmit={send}
    >
      <Text size="sm" className="wrap">
        <strong>{of.subject.name}</strong>, {inWords(of.definition.title)}
        {stage && ` · ${inWords(stage.title)}`}
      </Text>
      {partial && <LineChoice of={of} against={against} onAgainst={setAgainst} needed={ofLine} />}
      {left.length > 0 && (
        <Notice tone="warn" title={t('generic.lines.leftOut')}>
          {left.map(({ subject }) => subject.name).join(', ')}
        </Notice>
      )}
      {fields.map((field) => (
        <DeedField
          key={field}
          of={of}
          verb={verb}
          field={field}
          needed={needed(field)}
          to={shown?.to ?? []}
          value={filled[field]}
          onValue={set(field)}
        />
      ))}
      {signed && <SignatureField value={password} onValue={setPassword} />}
    </Dialog>
  );
};

type FieldProps = Readonly<{
  of: CaseFull;
  verb: string;
  field: string;
  needed: boolean;
  to: readonly string[];
  value: unknown;
  onValue: (value: unknown) => void;
}>;

const DeedField = ({ of, verb, field, needed, to, value, onValue }: FieldProps) => {
  const { t } = useTranslation();
  const label = named('generic.field', field);
  const text = typeof value === 'string' ? value : '';
  const stageName = (key: string) => inWords(of.stages.find((stage) => stage.key === key)?.title) || named('stageName', key);
  const select = (data: readonly Readonly<{ value: string; label: string }>[], title = label) => (
    <NativeSelect label={title} value={text} onChange={({ currentTarget }) => onValue(currentTarget.value)} data={[...data]} />
  );

  if (field === 'reason')
    return <ReasonField value={text} onValue={onValue} required={needed} description={t('ask.reasonHint')} data-autofocus />;
  if (texts.includes(field)) return <ReasonField label={label} value={text} onValue={onValue} required={needed} data-autofocus />;
  if (field === 'to' && verb === 'return')
    return to.length > 1
      ? select(
          to.map((key) => ({ value: key, label: stageName(key) })),
          t('ask.to'),
        )
      : null;
  if (field === 'of')
    return select([
      { value: '', label: t('say.choose') },
      { value: 'submission', label: of.startedBy.person.name },
      ...(of.subject.id === of.startedBy.person.id ? [] : [{ value: of.subject.id, label: of.subject.name }]),
      ...of.stages
        .flatMap(({ holders }) => holders)
        .map(({ person, title }) => ({ value: person.id, label: `${person.name}, ${inWords(title)}` })),
    ]);
  if (field === 'outcome')
    return select([
      { value: 'passed', label: named('outcome', 'passed') },
      { value: 'failed', label: named('outcome', 'failed') },
    ]);
  if (field === 'date')
    return <DayField label={label} required value={text === '' ? null : text} onValue={(day) => onValue(day ?? '')} />;
  if (field === 'required')
    return <Checkbox label={label} checked={value === true} onChange={({ currentTarget }) => onValue(currentTarget.checked)} />;
  if (people.includes(field) || field === 'to') return <PersonField label={label} onValue={onValue} />;
  return (
    <TextInput label={label} required={needed} value={text} onChange={({ currentTarget }) => onValue(currentTarget.value)} />
  );
};

const PersonField = ({ label, onValue }: Readonly<{ label: string; onValue: (id: string) => void }>) => {
  const [person, setPerson] = useState<Employee | null>(null);
  return (
    <EmployeePicker
      label={label}
      hint=""
      value={person}
      onValue={(chosen) => {
        setPerson(chosen);
        onValue(chosen?.id ?? '');
      }}
    />
  );
};
