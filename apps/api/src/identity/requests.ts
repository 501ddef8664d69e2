import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay, IsDayOrInstant } from '../http/day.js';

export class SignInRequest {
  @ApiProperty({ example: 'kepala.asal' }) @IsString() @Length(1, 100) username: string;
  @ApiProperty({ example: 'kepahiang' }) @IsString() @Length(1, 200) password: string;
}

export class CreateTokenRequest {
  @ApiProperty() @IsString() @Length(1, 100) name: string;
  @ApiPropertyOptional({ description: 'A day or an instant; without it the token ends after 90 days' })
  @IsOptional()
  @IsDayOrInstant()
  expiresAt?: string;
}

const substituteKinds = ['acting', 'daily', 'substitute', 'delegate'] as const;

export class NameSubstituteRequest {
  @ApiProperty({ example: 'secretary' })
  @IsString()
  @Matches(/^(regent|secretary|hr-officer|tpk|auditor|admin|head:[0-9a-f-]{36})$/)
  office: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() person: string;
  @ApiProperty({ enum: substituteKinds, description: 'Plt (`acting`), Plh (`daily`), a substitute by letter, or a delegate' })
  @IsIn(substituteKinds)
  kind: (typeof substituteKinds)[number];
  @ApiProperty({ format: 'date' }) @IsDay() from: string;
  @ApiProperty({ format: 'date' }) @IsDay() until: string;
  @ApiProperty({ description: 'Number of the letter' }) @IsString() @Length(1, 200) letter: string;
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'Whose seat a substitute takes, or who lends a delegate his power; without it the definitive holder, where there is one alone',
  })
  @IsOptional()
  @IsUUID()
  onBehalfOf?: string;
}

export class ProviderRequest {
  @ApiPropertyOptional({ example: '/inbox', description: 'Where to go afterwards, in this application' })
  @IsOptional()
  @IsString()
  @Length(0, 500)
  to?: string;
}
