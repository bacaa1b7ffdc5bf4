/** The one door of this folder. Whoever has DATABASE_URL set needs none of it. */
export { ClusterError } from './cluster-error.mjs';
export { openCluster } from './open-cluster.mjs';
export { openThrowAwayCluster } from './throw-away-cluster.mjs';
