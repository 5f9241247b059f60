/** Tests against a stub of the Camunda 8 REST API. */
@NullMarked
package uz.yagona.client;

import org.jspecify.annotations.NullMarked;
