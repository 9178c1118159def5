//! The browser's own encryption (WebCrypto). It is there for pages over https and from files, and not over plain http.
//! The passphrase goes to the browser and is kept nowhere; characters that can be typed in several ways are brought to
//! one (NFC), so that it fits on another keyboard too.

use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use partnership_risk_core::document::sealed::{Lock, NONCE_BYTES, SALT_BYTES, Sealed};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, DomException, SubtleCrypto};

use crate::app::world::{Cipher, CipherError, Later};

pub(super) struct WebCipher;

impl Cipher for WebCipher {
    fn is_there(&self) -> bool {
        subtle().is_ok()
    }

    fn seal(&self, passphrase: &str, bytes: Vec<u8>) -> Later<Result<Sealed, CipherError>> {
        let passphrase = normal(passphrase);
        Box::pin(async move {
            let lock = Lock::new(random::<SALT_BYTES>()?, random::<NONCE_BYTES>()?);
            let bytes = sealed(&lock, passphrase, &bytes).await.map_err(failure)?;
            Ok(Sealed { lock, bytes })
        })
    }

    fn open(&self, passphrase: &str, sealed: Sealed) -> Later<Result<Vec<u8>, CipherError>> {
        let passphrase = normal(passphrase);
        Box::pin(async move { opened(&sealed, passphrase).await.map_err(failure) })
    }
}

async fn sealed(lock: &Lock, passphrase: Vec<u8>, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let subtle = subtle()?;
    let key = key(&subtle, lock, passphrase, "encrypt").await?;
    let data = Uint8Array::from(bytes);
    done(subtle.encrypt_with_object_and_js_u8_array(&cipher(lock)?, &key, &data)?).await
}

async fn opened(sealed: &Sealed, passphrase: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    let subtle = subtle()?;
    let key = key(&subtle, &sealed.lock, passphrase, "decrypt").await?;
    let data = Uint8Array::from(&sealed.bytes[..]);
    done(subtle.decrypt_with_object_and_js_u8_array(&cipher(&sealed.lock)?, &key, &data)?).await
}

async fn done(promise: Promise) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
}

/// The key that a lock makes of a passphrase, for one use; it never leaves the browser's hands.
async fn key(
    subtle: &SubtleCrypto,
    lock: &Lock,
    passphrase: Vec<u8>,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let uses = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let data = Uint8Array::from(&passphrase[..]);
    let word = subtle.import_key_with_str("raw", &data, "PBKDF2", false, &uses("deriveKey"))?;
    let word: CryptoKey = JsFuture::from(word).await?.dyn_into()?;
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let rounds = rounds(lock)?;
    let key = subtle.derive_key_with_object_and_object(&rounds, &word, &kind, false, &uses(usage))?;
    JsFuture::from(key).await?.dyn_into()
}

/// How PBKDF2 is to be done.
fn rounds(lock: &Lock) -> Result<Object, JsValue> {
    object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(&lock.salt()[..]).into()),
        ("iterations", lock.iterations().into()),
    ])
}

/// How AES-GCM is to be done.
fn cipher(lock: &Lock) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&lock.nonce()[..]).into()),
        ("additionalData", Uint8Array::from(lock.bound().as_bytes()).into()),
    ])
}

fn object(members: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn crypto() -> Result<Crypto, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.crypto()
}

/// Encryption, or nothing where the browser withholds it.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    // It is undefined there, whatever its type says.
    JsValue::from(crypto()?.subtle()).dyn_into().map_err(|_| JsValue::NULL)
}

fn random<const N: usize>() -> Result<[u8; N], CipherError> {
    let mut bytes = [0; N];
    crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)).map_err(failure)?;
    Ok(bytes)
}

fn normal(passphrase: &str) -> Vec<u8> {
    String::from(JsString::from(passphrase).normalize("NFC")).into_bytes()
}

/// What the browser's own error comes to: AES-GCM that does not fit is an `OperationError`.
fn failure(error: JsValue) -> CipherError {
    match error.dyn_ref::<DomException>() {
        Some(exception) if exception.name() == "OperationError" => CipherError::Refused,
        Some(exception) => CipherError::Failed(exception.message()),
        None if error.is_null() => CipherError::Absent,
        None => CipherError::Failed("without a reason".to_owned()),
    }
}
