/** Tests of the API through the official client, and what other modules' tests start it with. */
package uz.yagona.gateway;
