import { isUpToDate } from './openapi.js';

describe('the OpenAPI document', () => {
  it('is committed as the controllers make it (else: npm run openapi)', async () => {
    expect(await isUpToDate()).toBe(true);
  });
});
