import { rejections } from '@app/decider';

export const reject = rejections({ 'training.no-hours': 'invalid', 'training.no-title': 'invalid' });
