export const texts = {
  'definitions.changed': {
    id: 'Definisi "{{id}}" versi {{version}} sudah diterbitkan dan isinya berubah; naikkan nomor versinya.',
    en: 'Definition "{{id}}" version {{version}} was published and has changed since; raise its version.',
  },
  'definitions.version-behind': {
    id: 'Definisi "{{id}}" sudah berada pada versi {{newest}}.',
    en: 'Definition "{{id}}" is at version {{newest}} already.',
  },
  'definitions.version-next': {
    id: 'Versi berikutnya dari definisi "{{id}}" adalah {{next}}, bukan {{version}}.',
    en: 'The next version of definition "{{id}}" is {{next}}, not {{version}}.',
  },
  'definitions.unusable': {
    id: 'Definisi ini belum dapat dipakai: ada {{count}} masalah.',
    en: 'The definition cannot be used as it is: {{count}} problems.',
  },
  'definitions.no-draft': {
    id: 'Tidak ada rancangan untuk definisi "{{id}}".',
    en: 'There is no draft of definition "{{id}}".',
  },
  'definitions.draft-changed': {
    id: 'Rancangan telah berubah sejak Anda membacanya; muat ulang dan periksa kembali.',
    en: 'The draft has changed since you read it; load it again and review it anew.',
  },
  'definitions.four-eyes': {
    id: 'Penyusun rancangan tidak boleh menelaah atau menerbitkannya; diperlukan orang kedua.',
    en: 'Who wrote a draft neither reviews nor publishes it; it takes a second person.',
  },
  'definitions.not-reviewed': {
    id: 'Rancangan belum diterima oleh penelaah.',
    en: 'The draft has not been accepted by a reviewer.',
  },
  'definitions.reason-needed': { id: 'Alasan wajib diisi.', en: 'A reason is needed.' },
  'definitions.unknown-version': {
    id: 'Definisi "{{id}}" tidak mempunyai versi {{version}}.',
    en: 'Definition "{{id}}" has no version {{version}}.',
  },
  'definitions.migration-refused': {
    id: '{{count}} dari {{total}} perkara tidak dapat dilanjutkan pada versi itu dengan pemetaan ini; tidak ada yang diubah.',
    en: '{{count}} of {{total}} cases cannot go on under that version as mapped; nothing has changed.',
  },
  'definitions.unknown': { id: 'Definisi tersebut tidak ada.', en: 'There is no such definition.' },
  'definitions.unknown-field': {
    id: 'Isian {{fields}} tidak dikenal oleh definisi ini.',
    en: 'This definition knows no field {{fields}}.',
  },
  'definitions.other-id': {
    id: 'Id di dalam dokumen ("{{found}}") berbeda dari "{{id}}".',
    en: 'The id within the document ("{{found}}") is not "{{id}}".',
  },
} as const;
