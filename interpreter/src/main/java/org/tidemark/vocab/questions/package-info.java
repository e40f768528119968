/** Questions put to a model in many variations: samples, sweeps, rankings of inputs. */
package org.tidemark.vocab.questions;
