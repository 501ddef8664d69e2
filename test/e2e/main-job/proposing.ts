import { ok } from '../../support/case-driver.js';
import type { MainJob } from '../../support/main-job.js';
import type { Step } from '../../support/steps.js';

/** Step 1: an agency head picks one of his people and a vacant post, sees what the rules say, attaches the papers, and submits. */
export const proposing = (job: MainJob, step: Step): void =>
  describe('1. an agency head proposes', () => {
    step('finds his own people and the vacant posts of the other agency', async () => {
      const head = await job.cast.as('kepala.asal');
      const people = ok(await head.get('/employees?limit=200')).body.list('items');
      expect(people[0]?.text('agency', 'id')).toBe(await job.cast.agencyOf('kepala.asal'));
      expect(people.some((person) => person.text('id') === job.employee)).toBe(true);
      expect(people[0]?.text('nip')).toMatch(/^\d{8}\*{6}\d{4}$/);
      const posts = await job.cast.vacantPostsOf('kepala.tujuan');
      job.target = posts[0] ?? unreachable('there is no vacant post');
      expect(job.target.number('vacancies')).toBeGreaterThan(0);
    });

    step('sees at once what the rules say, attaches the papers, and submits', async () => {
      const head = await job.cast.as('kepala.asal');
      const draft = ok(
        await head.post('/proposals', {
          moveType: 'INTERNAL_ROTATION',
          employeeId: job.employee,
          targetPositionId: job.target.text('id'),
          reason: 'Kebutuhan organisasi',
        }),
        201,
      );
      job.id = draft.body.text('id');
      expect(draft.headers.get('location')).toBe(`/api/proposals/${job.id}`);
      expect(draft.headers.get('etag')).toMatch(/^".+"$/);

      const eligibility = ok(await head.get(`/proposals/${job.id}/eligibility`)).body;
      expect(eligibility.list('items').length).toBeGreaterThanOrEqual(22);
      expect(eligibility.text('result')).not.toBe('blocked');
      for (const item of eligibility.list('items')) expect(item.text('basis')).not.toBe('');

      const early = await head.post(`/proposals/${job.id}/submission`);
      expect([early.status, early.body.text('code')]).toEqual([422, 'mutation.not-eligible']);

      await job.driver.attachOwed(head, job.id);
      const submitted = await job.driver.submitted(job.id);
      expect([submitted.body.text('status'), submitted.body.text('stage'), submitted.body.number('round')]).toEqual([
        'submitted',
        'acceptance',
        1,
      ]);
    });

    step('does the same for somebody else, so that an approval can be rescinded later', async () => {
      const head = await job.cast.as('kepala.asal');
      const agency = await job.cast.agencyOf('kepala.asal');
      const people = ok(await head.get(`/employees?unit=${agency}&limit=200`))
        .body.list('items')
        .filter((one) => one.text('id') !== job.employee);
      const posts = await job.cast.vacantPostsOf('kepala.tujuan');
      const post = posts.find((one) => one.text('id') !== job.target.text('id')) ?? job.target;
      for (const person of people) {
        const candidate = await job.driver.drafted(person.text('id'), post.text('id'));
        const answer = await head.post(`/proposals/${candidate}/submission`);
        if (answer.status !== 200) continue;
        job.other = { id: candidate, employee: person.text('id'), post: post.text('id') };
        return;
      }
      throw new Error('nobody else may be moved');
    });
  });

const unreachable = (why: string): never => {
  throw new Error(why);
};
