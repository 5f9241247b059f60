/** Facts about this node: topology, status, licence. */
@NullMarked
package uz.yagona.gateway.topology;

import org.jspecify.annotations.NullMarked;
