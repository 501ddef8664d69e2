/** Backups of the database that Alur keeps everything in: what is made again from the events is left out. */
export { BadBackup, checkBackup } from './database-backup/form.js';
export type { BackupHeader } from './database-backup/form.js';
export { restoreBackup } from './database-backup/restore.js';
export { writeBackup } from './database-backup/write.js';
export type { BackedUp } from './database-backup/write.js';
