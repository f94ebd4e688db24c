/**
 * Generated data against the published statistics, for {@code generate --fidelity}: {@link
 * io.clairscore.pipelines.synthetic.fidelity.FidelityReport} is the door.
 */
package io.clairscore.pipelines.synthetic.fidelity;
