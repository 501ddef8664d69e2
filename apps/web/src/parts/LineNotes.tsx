import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { named } from '../format/words';

type Note = Readonly<{ key: string; subject: Readonly<{ name: string }>; verdict: string; reason: string | null }>;
const most = 20;

/** The lines of a batch that a decision or an entry of the history speaks of. */
export const LineNotes = ({ lines }: { lines: readonly Note[] | undefined }) => {
  const { t } = useTranslation();
  if (!lines || lines.length === 0) return null;
  return (
    <>
      {lines.slice(0, most).map(({ key, subject, verdict, reason }) => (
        <Text key={key} size="sm" className="quote wrap" mt={4}>
          {key}. {subject.name}: {named('generic.lines.fell', verdict)}
          {reason && `, ${reason}`}
        </Text>
      ))}
      {lines.length > most && (
        <Text size="xs" className="muted">
          {t('generic.lines.more', { count: lines.length - most })}
        </Text>
      )}
    </>
  );
};
