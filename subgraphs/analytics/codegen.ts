/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  MetricDefinition: '../features/metrics/metric#Metric',
};
