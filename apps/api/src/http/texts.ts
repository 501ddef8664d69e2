import type { Texts } from '@app/platform';
import { columnTexts } from './column-texts.js';

/** Words for what is wrong with a request's shape, and for workbooks. `{{limit}}` and `{{allowed}}` come from the rule. */
export const rimTexts: Texts = {
  'operations.timer.due-now': {
    id: 'Baru saja jatuh tempo; dijalankan dalam beberapa detik.',
    en: 'It has just fallen due and is carried out within seconds.',
  },
  'operations.timer.clock-moved': {
    id: 'Waktu demo dimajukan melewati saat ini; yang terlewat sedang dijalankan.',
    en: 'The clock was moved past it; what was passed over is being carried out.',
  },
  'operations.timer.missed-while-down': {
    id: 'Jatuh tempo ketika sistem tidak berjalan (dimatikan atau dipulihkan); dijalankan setelah sistem menyala.',
    en: 'It fell due while the system was down or being restored, and is carried out once it runs.',
  },
  'operations.timer.not-carried-out': {
    id: 'Sudah lewat tetapi belum dijalankan: tidak ada worker yang berjalan, antrean bermasalah, atau perintahnya ditolak. Periksa catatan (log) worker.',
    en: 'Over its time and not carried out: no worker runs, the queue is in trouble, or the command is refused. See the log of the worker.',
  },
  'field.unknown': { id: 'Isian ini tidak dikenal. Hapus dari permintaan.', en: 'This field is not known. Take it out.' },
  'field.is-day': {
    id: 'Bukan tanggal yang ada. Tulis sebagai TTTT-BB-HH, misalnya 2026-03-02.',
    en: 'Not a day that exists. Write it as YYYY-MM-DD, for example 2026-03-02.',
  },
  'field.is-day-or-instant': {
    id: 'Bukan tanggal atau saat yang ada. Tulis 2026-03-02 atau 2026-03-02T09:00:00+07:00.',
    en: 'Not a day or an instant that exists. Write 2026-03-02 or 2026-03-02T09:00:00+07:00.',
  },
  'field.is-uuid': { id: 'Bukan pengenal (UUID).', en: 'Not an identifier (UUID).' },
  'field.is-string': { id: 'Harus berupa teks.', en: 'It has to be text.' },
  'field.is-length': {
    id: 'Panjang teks tidak sesuai batas ({{limit}}).',
    en: 'The length of the text is outside its limits ({{limit}}).',
  },
  'field.max-length': { id: 'Paling banyak {{limit}} karakter.', en: 'At most {{limit}} characters.' },
  'field.min': { id: 'Paling kecil {{limit}}.', en: 'At least {{limit}}.' },
  'field.max': { id: 'Paling besar {{limit}}.', en: 'At most {{limit}}.' },
  'field.is-int': { id: 'Harus bilangan bulat.', en: 'It has to be a whole number.' },
  'field.is-in': { id: 'Pilih salah satu: {{allowed}}.', en: 'Choose one of: {{allowed}}.' },
  'field.matches': { id: 'Bentuknya tidak sesuai.', en: 'It does not have the right form.' },
  'field.nested-validation': { id: 'Harus berupa objek.', en: 'It has to be an object.' },
  'field.is-position': { id: 'Bukan posisi yang pernah dijawabkan sistem.', en: 'Not a position that an answer gave.' },
  'field.is-cursor': { id: 'Bukan nextCursor dari halaman sebelumnya.', en: 'Not the nextCursor of a page before.' },
  'field.is-multipart': {
    id: 'Kirim sebagai multipart/form-data dengan isian file.',
    en: 'Send it as multipart/form-data with a field named file.',
  },
  'field.ids-or-filter': { id: 'Sebutkan ids atau filter, salah satu saja.', en: 'Name either ids or a filter.' },
  'field.array-max-size': { id: 'Paling banyak {{limit}} butir.', en: 'At most {{limit}} items.' },
  'field.array-min-size': { id: 'Paling sedikit {{limit}} butir.', en: 'At least {{limit}} items.' },
  'field.array-unique': { id: 'Tidak boleh ada yang sama.', en: 'No two may be the same.' },
  'field.is-array': { id: 'Harus berupa daftar.', en: 'It has to be a list.' },
  'field.is-boolean': { id: 'Harus ya atau tidak (true/false).', en: 'It has to be true or false.' },
  'field.is-defined': { id: 'Wajib diisi.', en: 'It is missing.' },
  'field.is-plain': {
    id: 'Berisi karakter yang tidak dapat disimpan, atau bersusun terlalu dalam.',
    en: 'It holds a character that cannot be stored, or is nested too deeply.',
  },
  'field.is-object': { id: 'Harus berupa objek.', en: 'It has to be an object.' },
  'read-models.behind': {
    id: 'Data baca belum mencapai posisi yang diminta (tertinggal {{lag}}). Coba lagi sebentar.',
    en: 'The read models have not reached that position yet ({{lag}} behind). Try again in a moment.',
  },
  'operations.incident-unknown': {
    id: 'Tidak ada gangguan terbuka dengan pengenal itu; mungkin sudah diselesaikan.',
    en: 'There is no open incident under that identifier; it may have been settled.',
  },
  'operations.reason-missing': {
    id: 'Sebutkan alasannya: peristiwa yang dilewati tidak akan pernah masuk ke data baca ini.',
    en: 'Give the reason: an event that is skipped never comes into this read model again.',
  },
  'read-models.unknown': { id: 'Tidak ada model baca dengan nama itu.', en: 'There is no read model of that name.' },
  'access.office-needed': { id: 'Ini wewenang jabatan: {{offices}}.', en: 'This takes one of these offices: {{offices}}.' },
  'staffing.unit-unknown': { id: 'Unit ini tidak ada.', en: 'There is no such unit.' },
  'staffing.person-unknown': { id: 'Pegawai ini tidak ada.', en: 'There is no such employee.' },
  'imports.unknown': { id: 'Impor ini tidak ada.', en: 'There is no such import.' },
  'list.made': { id: 'Dibuat {{at}}, {{count}} baris', en: 'Made {{at}}, {{count}} rows' },
  'list.filter': { id: 'Saringan: {{filter}}', en: 'Filter: {{filter}}' },
  ...columnTexts,
};
