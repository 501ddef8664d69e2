import { ApiProperty } from '@nestjs/swagger';

/** Something with a name: a unit, a person. */
export class Named {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

/** A text in the two languages of the interface. */
export class LocalText {
  @ApiProperty() id: string;
  @ApiProperty() en: string;
}

export class PostRef {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
}

/** A post, the unit it stands in and the agency (OPD) that unit belongs to. */
export class Place {
  @ApiProperty({ type: () => PostRef }) post: PostRef;
  @ApiProperty({ type: () => Named }) unit: Named;
  @ApiProperty({ type: () => Named }) agency: Named;
}

export const holdingKinds = ['definitive', 'acting', 'daily', 'substitute', 'delegate'] as const;
export type HoldingKindName = (typeof holdingKinds)[number];

/** Who fills an office, and by what right. */
export class Holder {
  @ApiProperty({ type: () => Named }) person: Named;
  @ApiProperty({ example: 'head:0b0e…' }) office: string;
  @ApiProperty({ type: () => LocalText }) title: LocalText;
  @ApiProperty({ enum: holdingKinds }) kind: HoldingKindName;
  @ApiProperty({ type: () => Named, nullable: true, description: 'The definitive holder for whom a substitute acts' })
  onBehalfOf: Named | null;
  @ApiProperty({ type: String, nullable: true, description: 'The letter on which it rests' }) letter: string | null;
}
