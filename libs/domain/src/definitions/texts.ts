export const texts = {
  'definitions.changed': {
    id: 'Definisi "{{id}}" versi {{version}} sudah diterbitkan dan isinya berubah; naikkan nomor versinya.',
    en: 'Definition "{{id}}" version {{version}} was published and has changed since; raise its version.',
  },
  'definitions.version-behind': {
    id: 'Definisi "{{id}}" sudah berada pada versi {{newest}}.',
    en: 'Definition "{{id}}" is at version {{newest}} already.',
  },
} as const;
