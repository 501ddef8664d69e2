import { ApiProperty } from '@nestjs/swagger';
import { LocalText } from '../http/places.js';

export class DocumentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() type: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Bytes' }) size: number;
  @ApiProperty() mime: string;
  @ApiProperty() sha256: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) issuedOn: string | null;
  @ApiProperty({ format: 'date-time' }) attachedAt: string;
}

export class AttachedResponse extends DocumentResponse {
  @ApiProperty({ type: String, nullable: true }) position: string | null;
}

export class ChecklistItem {
  @ApiProperty() type: string;
  @ApiProperty({ type: () => LocalText }) label: LocalText;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The stage whose decision is this paper: nobody attaches it' })
  producedBy: string | null;
  @ApiProperty({ enum: ['missing', 'awaited', 'attached', 'accepted', 'deficient', 'expired', 'produced'] }) state:
    'missing' | 'awaited' | 'attached' | 'accepted' | 'deficient' | 'expired' | 'produced';
  @ApiProperty({ type: () => DocumentResponse, nullable: true }) document: DocumentResponse | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the verifier says about it' }) note: string | null;
}
