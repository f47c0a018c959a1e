"""From measures to findings: one small class a code; rules see results, never tables."""
