import { ApiProperty } from '@nestjs/swagger';
import { holdingKinds, type HoldingKindName, LocalText, Named } from '../http/places.js';

export class SessionResponse {
  @ApiProperty({ description: 'For `Authorization: Bearer`. The same session is set as the cookie `alur_session`.' })
  token: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: () => Named, nullable: true, description: 'null for an account without a person' }) person: Named | null;
}

/** An office somebody holds today, and the role it plays. */
export class OfficeHeld {
  @ApiProperty() office: string;
  @ApiProperty({ example: 'AGENCY_HEAD' }) role: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ enum: holdingKinds }) kind: HoldingKindName;
  @ApiProperty({ type: () => Named, nullable: true }) unit: Named | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until: string | null;
  @ApiProperty({ type: () => Named, nullable: true }) onBehalfOf: Named | null;
}

export class Myself extends Named {
  @ApiProperty() nip: string;
}

export class MeResponse {
  @ApiProperty({ type: () => Myself }) person: Myself;
  @ApiProperty() username: string;
  @ApiProperty({ type: () => OfficeHeld, isArray: true }) offices: OfficeHeld[];
  @ApiProperty({ type: String, isArray: true, example: ['AGENCY_HEAD'] }) roles: string[];
  @ApiProperty({ enum: ['id', 'en'] }) language: 'id' | 'en';
  @ApiProperty({ description: 'Whether you can sign decisions: by the password of your account, where it has one' })
  maySign: boolean;
  @ApiProperty() demo: boolean;
  @ApiProperty({ format: 'date', description: 'The business day' }) today: string;
}

export class TokenResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
}

export class NewTokenResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Shown once' }) token: string;
}

export class TokenList {
  @ApiProperty({ type: () => TokenResponse, isArray: true }) items: TokenResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class SubstituteResponse {
  @ApiProperty() id: string;
  @ApiProperty() office: string;
  @ApiProperty({ type: () => LocalText }) officeTitle: LocalText;
  @ApiProperty({ type: () => Named }) person: Named;
  @ApiProperty({ enum: holdingKinds }) kind: HoldingKindName;
  @ApiProperty({ type: () => Named, nullable: true, description: 'Whose seat he takes, or who lends him his power' })
  onBehalfOf: Named | null;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) until: string;
  @ApiProperty() letter: string;
}

export class SubstituteList {
  @ApiProperty({ type: () => SubstituteResponse, isArray: true }) items: SubstituteResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DemoAccount {
  @ApiProperty() username: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
}

/** What the login page may know before anybody signed in. */
export class WelcomeResponse {
  @ApiProperty({ type: () => LocalText, description: 'Whose people these are' }) government: LocalText;
  @ApiProperty() demo: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Only in the demo' }) password: string | null;
  @ApiProperty({ type: () => DemoAccount, isArray: true }) accounts: DemoAccount[];
  @ApiProperty({ description: 'Whether one may sign in by a name and a password' }) local: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'SSO',
    description: 'The identity provider: GET `/api/session/provider`',
  })
  provider: string | null;
}
