/** Values as charts: functions sampled, tables and lists laid out, several drawn as one. */
package org.tidemark.model.chart;
