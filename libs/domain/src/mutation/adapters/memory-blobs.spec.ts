import { itKeepsBlobs } from '../blobs.contract.js';
import { MemoryBlobs } from './memory-blobs.js';

itKeepsBlobs('memory', () => Promise.resolve({ blobs: new MemoryBlobs(), close: () => Promise.resolve() }));
