/** For specifications only. */
export { scenariosOf } from './given.js';
