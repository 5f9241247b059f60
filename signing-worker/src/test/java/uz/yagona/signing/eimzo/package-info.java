/** A simulator of E-IMZO: the service on a person's computer, and the vendor's checking service. */
package uz.yagona.signing.eimzo;
