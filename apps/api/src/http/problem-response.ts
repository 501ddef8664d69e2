import { ApiProperty } from '@nestjs/swagger';

export class FieldProblem {
  @ApiProperty({ description: 'Path of the field, `dossier.effectiveDate`' }) field: string;
  @ApiProperty({ example: 'isDay' }) code: string;
  @ApiProperty({ description: 'What would mend it, in the language of the caller' }) message: string;
}

/** Every refusal, as `application/problem+json` (RFC 9457). `code` is stable; other members are the facts of the refusal. */
export class Problem {
  @ApiProperty({ example: '/problems/mutation.own-case' }) type: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 403 }) status: number;
  @ApiProperty({ description: 'In the language of the caller (Accept-Language: id or en)' }) detail: string;
  @ApiProperty({ example: 'mutation.own-case' }) code: string;
  @ApiProperty() instance: string;
  @ApiProperty({ type: () => FieldProblem, isArray: true, required: false }) errors?: FieldProblem[];
}
