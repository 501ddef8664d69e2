import type { Texts } from './translator.js';

/** Words for what HTTP, the login and the shape of a request have to say. */
export const platformTexts: Texts = {
  'http.400': { id: 'Permintaan tidak dapat dibaca', en: 'The request cannot be read' },
  'http.401': { id: 'Anda belum masuk', en: 'You are not logged in' },
  'http.403': { id: 'Bukan wewenang Anda', en: 'Not yours to do' },
  'http.404': { id: 'Tidak ditemukan', en: 'Not found' },
  'http.405': { id: 'Cara ini tidak tersedia', en: 'This method is not available' },
  'http.409': { id: 'Tidak mungkin dalam keadaan sekarang', en: 'Not possible as things stand' },
  'http.412': { id: 'Data sudah berubah', en: 'Someone was faster' },
  'http.413': { id: 'Terlalu besar', en: 'Too large' },
  'http.415': { id: 'Jenis data tidak diterima', en: 'This kind of data is not taken' },
  'http.422': { id: 'Permintaan tidak dapat dilaksanakan', en: 'The request does not make sense' },
  'http.429': { id: 'Terlalu sering', en: 'Too often' },
  'http.500': { id: 'Terjadi kesalahan pada sistem', en: 'Something went wrong on our side' },
  'http.503': { id: 'Belum siap', en: 'Not ready' },
  'http.504': { id: 'Belum mutakhir', en: 'Not up to date yet' },
  'request.invalid': { id: 'Periksa isian berikut: {{fields}}.', en: 'Check these fields: {{fields}}.' },
  'command.id-reused': {
    id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru.',
    en: 'This Idempotency-Key was used for another request. Use a new one.',
  },
  'request.malformed': {
    id: 'Isi permintaan bukan JSON yang sah atau bentuknya salah.',
    en: 'The body is not valid JSON, or has the wrong shape.',
  },
  'request.too-large': { id: 'Kiriman melebihi batas ukuran.', en: 'What was sent is larger than allowed.' },
  'request.media-type': { id: 'Kirim dengan jenis isi (Content-Type) yang didukung.', en: 'Send a supported content type.' },
  'request.forbidden': { id: 'Anda tidak berwenang melakukan ini.', en: 'You have no right to do this.' },
  'request.not-found': { id: 'Alamat atau data ini tidak ada.', en: 'There is no such address or record.' },
  'request.method': { id: 'Alamat ini tidak menerima cara permintaan tersebut.', en: 'This address does not take that method.' },
  'request.stale': {
    id: 'Data sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu putuskan kembali.',
    en: 'Someone changed this since you opened it. Reload, then decide again.',
  },
  'request.conflict': {
    id: 'Orang lain mengubah data ini pada saat yang sama. Muat ulang, lalu coba lagi.',
    en: 'Someone else changed this at the same moment. Reload, then try again.',
  },
  'request.failed': {
    id: 'Sistem gagal memproses permintaan. Sampaikan nomor kejadian ini kepada admin.',
    en: 'The system failed to do this. Tell the administrator the number of this incident.',
  },
  'auth.required': { id: 'Masuk terlebih dahulu.', en: 'Log in first.' },
  'auth.wrong-credentials': { id: 'Nama pengguna atau kata sandi salah.', en: 'Wrong user name or password.' },
  'auth.too-many-attempts': {
    id: 'Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam {{retryAfter}} detik.',
    en: 'Too many failed attempts. Try again in {{retryAfter}} seconds.',
  },
  'auth.csrf': {
    id: 'Permintaan dengan cookie harus menyertakan tajuk X-Requested-With: alur.',
    en: 'A request with a cookie needs the header X-Requested-With: alur.',
  },
  'auth.token-expiry': { id: 'Masa berlaku token harus di masa depan.', en: 'A token has to expire in the future.' },
  'auth.token-unknown': { id: 'Token ini tidak ada.', en: 'There is no such token.' },
  'auth.weak-password': {
    id: 'Kata sandi paling sedikit {{minimum}} karakter.',
    en: 'A password has at least {{minimum}} characters.',
  },
  'auth.account-unknown': { id: 'Akun ini tidak ada.', en: 'There is no such account.' },
};
