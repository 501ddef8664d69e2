import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShortcutList } from '../../app/ShortcutList';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';

export const HelpPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('help.title')} narrow>
      <Section title={t('help.flow')}>
        <Text>{t('help.flowText')}</Text>
      </Section>
      <Section title={t('help.why')}>
        <Text>{t('help.whyText')}</Text>
      </Section>
      <Section title={t('help.keys')}>
        <ShortcutList />
      </Section>
    </Page>
  );
};
