// The part of CloudNativePG's postgresql.cnpg.io/v1 that k8s/ uses. What is not here does not pass the check.

interface Metadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
}

interface Resources {
  requests?: Record<string, string>;
  limits?: Record<string, string>;
}

interface ManagedRole {
  name: string;
  ensure?: 'present' | 'absent';
  login?: boolean;
  passwordSecret?: { name: string };
}

export interface ICluster {
  apiVersion: 'postgresql.cnpg.io/v1';
  kind: 'Cluster';
  metadata: Metadata;
  spec: {
    instances: number;
    imageName?: string;
    primaryUpdateStrategy?: 'unsupervised' | 'supervised';
    bootstrap?: { initdb?: { database: string; owner: string; dataChecksums?: boolean } };
    postgresql?: {
      parameters?: Record<string, string>;
      synchronous?: { method: 'any' | 'first'; number: number };
    };
    managed?: { roles?: ManagedRole[] };
    storage: { size: string; storageClass?: string };
    walStorage?: { size: string; storageClass?: string };
    resources?: Resources;
    affinity?: {
      enablePodAntiAffinity?: boolean;
      podAntiAffinityType?: 'preferred' | 'required';
      topologyKey?: string;
    };
  };
}

export interface IDatabase {
  apiVersion: 'postgresql.cnpg.io/v1';
  kind: 'Database';
  metadata: Metadata;
  spec: { name: string; owner: string; cluster: { name: string }; ensure?: 'present' | 'absent' };
}
