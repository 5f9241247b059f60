/** What holds for the processes of all deployments: cluster variables, global task listeners. */
@NullMarked
package uz.yagona.engine.cluster;

import org.jspecify.annotations.NullMarked;
