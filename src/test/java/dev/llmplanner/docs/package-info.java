/** Tests that every number in the documentation is what the program computes. */
package dev.llmplanner.docs;
