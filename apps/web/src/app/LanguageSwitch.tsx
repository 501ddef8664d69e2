import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { speak, type Language } from '../texts';

/** One button that names the other language in that language. */
export const LanguageSwitch = () => {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const other: Language = i18n.language === 'en' ? 'id' : 'en';
  const change = async () => {
    await speak(other);
    await client.invalidateQueries();
  };
  return (
    <Button
      variant="subtle"
      c="#3d4656"
      size="sm"
      px={8}
      lang={other}
      onClick={() => void change()}
      aria-label={other === 'en' ? 'EN: English' : 'ID: Bahasa Indonesia'}
    >
      {other === 'en' ? 'EN' : 'ID'}
    </Button>
  );
};
