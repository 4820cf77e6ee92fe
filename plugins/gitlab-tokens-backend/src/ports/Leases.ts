/** Exclusive use of something that has a name, such as a SOPS file, across all replicas. */
export interface Leases {
  /** False where somebody else has it. Taking it again renews it. */
  take(name: string, holder: string, milliseconds: number): Promise<boolean>;
  /** Nothing happens where it is somebody else's. */
  release(name: string, holder: string): Promise<void>;
}
