/** Runs the whole module on a real database beside a portal and an engine that answer by script. */
package uz.yagona.signing;
