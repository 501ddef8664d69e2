import { rejections } from '@app/decider';

export const reject = rejections({ 'performance.no-such-year': 'invalid' });
