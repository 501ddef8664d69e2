import { MainJob } from '../support/main-job.js';
import { inSteps } from '../support/steps.js';
import { decree } from './main-job/decree.js';
import { duties } from './main-job/duties.js';
import { inspectorate } from './main-job/inspectorate.js';
import { proposing } from './main-job/proposing.js';
import { stages } from './main-job/stages.js';

/** Steps 1 to 5 of the main job, over HTTP alone, one after the other. */
describe('the main job', () => {
  const job = new MainJob();
  const step = inSteps();

  beforeAll(() => job.start(), 180_000);
  afterAll(() => job.close(), 30_000);

  proposing(job, step);
  stages(job, step);
  decree(job, step);
  inspectorate(job, step);
  duties(job, step);
});
