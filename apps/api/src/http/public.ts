import { SetMetadata } from '@nestjs/common';

/** Read by the guard. */
export const publicRoute = 'alur:public';

/** A route for whoever comes: all others ask for a session or a token. */
export const Public = () => SetMetadata(publicRoute, true);
