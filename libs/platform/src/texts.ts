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
  'command.under-way': {
    id: 'Permintaan yang sama masih dikerjakan. Kirim ulang sebentar lagi dengan Idempotency-Key yang sama.',
    en: 'The same request is still being carried out. Send it again in a moment with the same Idempotency-Key.',
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
  'store.append-too-large': {
    id: 'Yang dicatat sekaligus terlalu besar ({{bytes}} dari paling banyak {{most}} bita). Bagi atau ringkas isinya.',
    en: 'This is too much to record at once ({{bytes}} of at most {{most}} bytes). Split or shorten it.',
  },
  'store.unavailable': {
    id: 'Penyimpanan kejadian tidak menjawab; belum pasti apakah permintaan ini tercatat. Kirim ulang dengan Idempotency-Key yang sama.',
    en: 'The event store does not answer; it is not known whether this was recorded. Send it again with the same Idempotency-Key.',
  },
  'auth.required': { id: 'Masuk terlebih dahulu.', en: 'Log in first.' },
  'auth.wrong-password': {
    id: 'Kata sandi salah. Keputusan tidak dicatat.',
    en: 'The password is wrong. Nothing was recorded.',
  },
  'auth.no-password': {
    id: 'Akun Anda masuk melalui penyedia identitas dan tidak memiliki kata sandi di sini, sehingga belum dapat menandatangani.',
    en: 'Your account signs in by the identity provider and has no password here, so it can’t sign.',
  },
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
  'auth.token-already-made': {
    id: 'Permintaan ini sudah membuat token {{id}}; rahasianya tidak dapat ditampilkan lagi. Cabut token itu, lalu buat yang baru.',
    en: 'This request has made the token {{id}} already, and its secret can’t be shown any more. End that token and make a new one.',
  },
  'auth.token-unknown': { id: 'Token ini tidak ada.', en: 'There is no such token.' },
  'auth.weak-password': {
    id: 'Kata sandi paling sedikit {{minimum}} karakter.',
    en: 'A password has at least {{minimum}} characters.',
  },
  'auth.provider-absent': { id: 'Tidak ada penyedia identitas di sini.', en: 'There is no identity provider here.' },
  'auth.local-off': {
    id: 'Masuk dengan kata sandi tidak dibuka di sini. Gunakan akun instansi Anda.',
    en: 'Nobody signs in by password here. Use your organisation’s account.',
  },
  'auth.provider-unreachable': {
    id: 'Penyedia identitas tidak dapat dihubungi. Coba lagi sebentar lagi.',
    en: 'The identity provider cannot be reached. Try again in a moment.',
  },
  'auth.provider-journey': {
    id: 'Proses masuk terlalu lama, atau dimulai di peramban lain. Mulai lagi dari halaman masuk.',
    en: 'Signing in took too long, or was begun in another browser. Begin again at the login page.',
  },
  'auth.provider-answer': {
    id: 'Jawaban penyedia identitas tidak dapat diterima. Mulai lagi dari halaman masuk.',
    en: 'The identity provider’s answer cannot be accepted. Begin again at the login page.',
  },
  'auth.provider-refused': {
    id: 'Penyedia identitas tidak mengizinkan Anda masuk.',
    en: 'The identity provider did not let you in.',
  },
  'auth.provider-no-number': {
    id: 'Akun Anda di penyedia identitas tidak memuat NIP. Hubungi pengelola akun instansi Anda.',
    en: 'Your account at the identity provider has no NIP. Ask whoever looks after your organisation’s accounts.',
  },
  'auth.provider-stranger': {
    id: 'NIP pada akun Anda tidak terdaftar di sini. Hubungi pengelola kepegawaian.',
    en: 'The NIP of your account is not known here. Ask the HR agency.',
  },
  'auth.back-to-login': { id: 'Kembali ke halaman masuk', en: 'Back to the login page' },
  'auth.account-disabled': {
    id: 'Akun Anda dinonaktifkan. Hubungi admin.',
    en: 'Your account is disabled. Ask the administrator.',
  },
  'auth.account-unknown': { id: 'Akun ini tidak ada.', en: 'There is no such account.' },
};
