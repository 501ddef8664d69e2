import { Button, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconSend, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verb } from '../../api/model';
import { named, verbName } from '../../format/words';

const looks: Readonly<Record<string, { color: string; variant: string; icon: Icon }>> = {
  approve: { color: 'teal.8', variant: 'filled', icon: IconCheck },
  submit: { color: 'tarum', variant: 'filled', icon: IconSend },
  return: { color: 'gray.8', variant: 'default', icon: IconArrowBackUp },
  reject: { color: 'red.9', variant: 'outline', icon: IconX },
};

/** A verb as the API offers it, of a proposal or of any other case. */
type Offered = Readonly<{ verb: string; allowed: boolean; detail?: string }>;
type Props<Action extends Offered> = Readonly<{ action: Action; stage: string | null; onAsk: (action: Action) => void }>;

const isVerb = (verb: string): verb is Verb => ['approve', 'reject', 'return', 'submit'].includes(verb);

/** Opens the dialog of a verb, or says why it may not be used: a silent grey button teaches nobody. */
export const VerbButton = <Action extends Offered>({ action, stage, onAsk }: Props<Action>) => {
  const { t } = useTranslation();
  const [whyOpen, why] = useDisclosure(false);
  const { color, variant, icon: Sign } = looks[action.verb] ?? { color: 'tarum', variant: 'default', icon: IconSend };
  const name = isVerb(action.verb) ? verbName(action.verb, stage) : named('verb', action.verb);

  if (action.allowed) {
    return (
      <Button
        data-verb={action.verb}
        flex="1 1 auto"
        maw={260}
        size="md"
        px="xs"
        color={color}
        variant={variant}
        leftSection={<Sign size={18} aria-hidden />}
        styles={{ section: { marginInlineEnd: 6 } }}
        onClick={() => onAsk(action)}
      >
        {name}
      </Button>
    );
  }
  return (
    <Popover opened={whyOpen} onChange={why.toggle} onDismiss={why.close} position="top" withArrow width={300} withinPortal>
      <Popover.Target>
        <Button
          flex="1 1 auto"
          maw={260}
          size="md"
          px="xs"
          aria-disabled
          color="gray.7"
          variant="default"
          className="why-button"
          onClick={why.toggle}
          styles={{ root: { background: '#f1f3f6', color: '#5b6474', borderStyle: 'dashed' } }}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="status">
        <Text size="sm" fw={700}>
          {t('bar.why')}
        </Text>
        <Text size="sm">{action.detail ?? t('bar.notYours')}</Text>
      </Popover.Dropdown>
    </Popover>
  );
};
